import { resolve } from 'node:path';
import { z } from 'zod';
import type { RefusalBody, Session } from '#core/api/contract.ts';
import {
  demoSignIn,
  explain,
  isRefused,
  passphraseCustody,
  preferredLanguage,
  type Refused,
} from '#core/index.ts';
import { type Appliance, type ApplianceOptions, openAppliance } from '#demo/index.ts';

/*
 * The command line opens the kiosk of a home folder in its own process, signs in, and then goes through the same
 * door as the screens: same validation, same refusals.
 */

/** A refusal on its way to the exit: code 2, its sentence on standard error. */
export class CommandRefused extends Error {
  readonly refusal: RefusalBody['refusal'];

  constructor(refusal: RefusalBody['refusal']) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export interface Door {
  readonly appliance: Appliance;
  /** A request to the door as the operator; throws CommandRefused when it is refused. */
  request(method: string, path: string, body?: Uint8Array | object): Promise<Response>;
  json<T>(schema: z.ZodType<T>, method: string, path: string, body?: Uint8Array | object): Promise<T>;
}

const Refusal = z.object({
  refusal: z.object({
    code: z.custom<RefusalBody['refusal']['code']>((value) => typeof value === 'string'),
    sentence: z.string(),
    remedy: z.string(),
    fields: z.array(z.string()),
  }),
});
const SessionBody = z.object({ token: z.string() }) satisfies z.ZodType<Pick<Session, 'token'>>;

/** The home folder of every command: --home, KIOSK_HOME, or kiosk-data here. */
export function homeOf(given: string | undefined): string {
  return resolve(given ?? process.env['KIOSK_HOME'] ?? 'kiosk-data');
}

/** Opens the kiosk of a home folder with KIOSK_PASSPHRASE; throws CommandRefused. */
export async function openHome(
  home: string,
  options: Pick<ApplianceOptions, 'note' | 'syncsByItself'> = {},
): Promise<Appliance> {
  const keyCustody = passphraseCustody(process.env['KIOSK_PASSPHRASE'] ?? '');
  const appliance = await openAppliance({ home, keyCustody, ...options });
  if (isRefused(appliance)) throw refusedBy(appliance);
  return appliance;
}

/** Opens, signs in as KIOSK_OPERATOR with KIOSK_PIN (the demo's own at the demo site), runs, and always closes. */
export async function withDoor<T>(home: string, run: (door: Door) => Promise<T>): Promise<T> {
  const appliance = await openHome(home);
  try {
    return await run(await signIn(appliance));
  } finally {
    await appliance.close();
  }
}

/** Signs in at an open kiosk. */
export async function signIn(appliance: Appliance): Promise<Door> {
  const language = preferredLanguage(process.env['LANG']?.replace('_', '-') ?? null);
  const send = async (
    method: string,
    path: string,
    body: Uint8Array | object | undefined,
    token?: string,
  ) => {
    const raw = body instanceof Uint8Array;
    const response = await appliance.kiosk.fetch(
      new Request(`http://kiosk${path}`, {
        method,
        headers: {
          'accept-language': language,
          ...(token && { authorization: `Bearer ${token}` }),
          ...(body && { 'content-type': raw ? 'application/octet-stream' : 'application/json' }),
        },
        ...(body && { body: raw ? Uint8Array.from(body) : JSON.stringify(body) }),
      }),
    );
    if (response.ok) return response;
    throw new CommandRefused(Refusal.parse(await response.json()).refusal);
  };
  const given = { operator: process.env['KIOSK_OPERATOR'] ?? '', pin: process.env['KIOSK_PIN'] ?? '' };
  const credentials = given.operator || !appliance.site.demo ? given : demoSignIn;
  const { token } = SessionBody.parse(await (await send('POST', '/api/sign-in', credentials)).json());
  return {
    appliance,
    request: (method, path, body) => send(method, path, body, token),
    json: async (schema, method, path, body) =>
      schema.parse(await (await send(method, path, body, token)).json()),
  };
}

/** A core refusal as the exception that ends a command. */
export function refusedBy(refused: Refused): CommandRefused {
  return new CommandRefused(
    explain(refused, preferredLanguage(process.env['LANG']?.replace('_', '-') ?? null)),
  );
}
