import { z } from 'zod';
import type { Kiosk } from '#core/index.ts';
import { demoSignIn } from '#core/index.ts';
import { demoPeople } from '#demo/index.ts';

/* The door as a test uses it: requests as the demo's operator, and what came of them. */

const Refusal = z.object({
  refusal: z.object({
    code: z.string(),
    sentence: z.string(),
    remedy: z.string(),
    fields: z.array(z.string()),
  }),
});

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** Code of the refusal, or null. */
  readonly refused: string | null;
}

export interface SignedInDoor {
  ask(method: string, path: string, body?: Uint8Array | object): Promise<Answer>;
  /** Bytes of another content type than a picture's. */
  send(method: string, path: string, body: Uint8Array, contentType: string): Promise<Answer>;
  /** A draft with consent and the first demo person's details. */
  draft(): Promise<string>;
}

export async function signInAt(
  kiosk: Pick<Kiosk, 'fetch'>,
  credentials: { readonly operator: string; readonly pin: string } = demoSignIn,
): Promise<SignedInDoor> {
  const send = async (
    method: string,
    path: string,
    body?: Uint8Array | object,
    token = '',
    contentType = body instanceof Uint8Array ? 'application/octet-stream' : 'application/json',
  ): Promise<Answer> => {
    const raw = body instanceof Uint8Array;
    const response = await kiosk.fetch(
      new Request(`http://kiosk${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body && { 'content-type': contentType }),
        },
        ...(body && { body: raw ? Uint8Array.from(body) : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    const json: unknown = text === '' ? null : JSON.parse(text);
    const refusal = Refusal.safeParse(json);
    return {
      status: response.status,
      body: json,
      refused: refusal.success ? refusal.data.refusal.code : null,
    };
  };
  const session = z
    .object({ token: z.string() })
    .parse((await send('POST', '/api/sign-in', credentials)).body);
  const ask: SignedInDoor['ask'] = (method, path, body) => send(method, path, body, session.token);
  return {
    ask,
    send: (method, path, body, contentType) => send(method, path, body, session.token, contentType),
    async draft() {
      const { id } = z
        .object({ id: z.string() })
        .parse((await ask('POST', '/api/enrolments', { language: 'hi' })).body);
      const consent = { textVersion: 'demo-1', language: 'hi', given: 'spoken' };
      await ask('PUT', `/api/enrolments/${id}/consent`, consent);
      await ask('PUT', `/api/enrolments/${id}/details`, demoPeople[0].person);
      return id;
    },
  };
}
