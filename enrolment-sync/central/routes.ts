import { createPublicKey, type KeyObject } from 'node:crypto';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';
import {
  type CentralRefusal,
  LeaseRequest,
  type Lists,
  largestPacket,
  type PacketAnswer,
  PublicJwk,
  type Registration,
  RegistrationRequest,
  routes,
  signReceipt,
} from '#sync/packet/index.ts';
import { counts } from './counts.ts';
import { register } from './devices.ts';
import { ingest } from './ingest.ts';
import type { CentralKeys } from './keys.ts';
import { leaseBlock } from './leases.ts';
import { keyList, statusList } from './lists.ts';
import { pageHeaders, statusPage } from './page.ts';
import { authenticate } from './requests.ts';
import type { Sql } from './sql.ts';

/** What the routes work with. */
export interface Parts {
  readonly sql: Sql;
  readonly keys: CentralKeys;
  readonly issuer: string;
  readonly statusUri: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onBug: (error: Error) => void;
}

type Refusal = CentralRefusal['error'];

const largestJson = 16 * 1024;

const httpStatus = {
  'bad-request': 400,
  'too-large': 413,
  'unknown-code': 403,
  unsigned: 401,
  'unknown-device': 401,
  'device-revoked': 403,
  'bad-signature': 401,
  stale: 401,
  replayed: 409,
} as const satisfies Record<Refusal, number>;

/** Central's HTTP surface: what kiosks ask (packet/protocol.ts), the public status list, and a page of counts. */
export function routesOf(parts: Parts): Hono {
  const { sql, keys, statusUri, now } = parts;
  return (
    new Hono()
      .get('/', async (context) =>
        context.html(statusPage(await counts(sql), parts.issuer), 200, pageHeaders),
      )
      .get('/health', async (context) => {
        await sql.query('SELECT 1');
        return context.json({ health: 'good' });
      })
      .get('/s/1', async () => {
        const token = await statusList(sql, keys, statusUri, now());
        return new Response(Uint8Array.from(token), {
          headers: { 'content-type': 'application/statuslist+cwt' },
        });
      })
      .get(routes.lists, async (context) => {
        const token = await statusList(sql, keys, statusUri, now());
        const lists: Lists = {
          keyList: await keyList(sql, keys, now()),
          statusList: Buffer.from(token).toString('base64url'),
        };
        return context.json(lists);
      })
      .post(routes.devices, limit(parts, largestJson), (context) => registration(context, parts))
      .post(
        routes.packets,
        limit(parts, largestPacket),
        signed(parts, async (context, _kid, body) => {
          const receipt = await ingest(sql, keys.encryption, body, new Date(now()));
          const answer: z.infer<typeof PacketAnswer> = { receipt: await signReceipt(receipt, keys.receipt) };
          return context.json(answer);
        }),
      )
      .post(
        routes.leases,
        limit(parts, largestJson),
        signed(parts, async (context, kid, body) => {
          const request = LeaseRequest.safeParse(parseJson(body));
          if (!request.success) return refuse(context, parts, 'bad-request');
          const { count, purpose } = request.data;
          const lease = await sql.transaction((inner) => leaseBlock(inner, kid, count, now(), purpose));
          return context.json(lease);
        }),
      )
      .notFound((context) => context.text('not found', 404))
      // What went wrong may hold a name or a number: none of it leaves.
      .onError((_error, context) => context.text('central failed', 500))
  );
}

async function registration(context: Context, parts: Parts): Promise<Response> {
  const { sql, keys, issuer, statusUri, now } = parts;
  const request = RegistrationRequest.safeParse(await context.req.json().catch(() => null));
  if (!request.success || !isKey(request.data.publicKey)) return refuse(context, parts, 'bad-request');
  const made = await register(sql, request.data.code, request.data.publicKey, now());
  if (made.outcome === 'refused') return refuse(context, parts, made.reason);
  const answer: Registration = {
    deviceId: made.deviceId,
    kid: made.kid,
    encryptionKey: publicJwk(keys.encryption),
    receiptKey: publicJwk(keys.receipt),
    rootKey: publicJwk(keys.root),
    issuer,
    statusListUri: statusUri,
    lease: made.lease,
    emergency: made.emergency,
  };
  return context.json(answer);
}

/** Answers requests signed by a device in good standing, and refuses all others. */
function signed(
  parts: Parts,
  answer: (context: Context, kid: string, body: Uint8Array) => Promise<Response>,
): (context: Context) => Promise<Response> {
  return async (context) => {
    const body = new Uint8Array(await context.req.arrayBuffer());
    const sender = await authenticate(parts.sql, context.req.raw, body, parts.now());
    if (sender.outcome === 'refused') return refuse(context, parts, sender.reason);
    return answer(context, sender.kid, body);
  };
}

function limit(parts: Parts, maxSize: number): MiddlewareHandler {
  return bodyLimit({ maxSize, onError: (context) => refuse(context, parts, 'too-large') });
}

/** Central's time goes with every refusal, for a kiosk whose clock is wrong. */
function refuse(context: Context, { now }: Parts, error: Refusal): Response {
  const refusal: CentralRefusal = { error, now: new Date(now()).toISOString() };
  return context.json(refusal, httpStatus[error]);
}

/** A key may have the right form and be no point of its curve. */
function isKey(jwk: z.infer<typeof PublicJwk>): boolean {
  try {
    createPublicKey({ key: jwk, format: 'jwk' });
    return true;
  } catch {
    return false;
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

const publicJwk = (privateKey: KeyObject) =>
  PublicJwk.parse(createPublicKey(privateKey).export({ format: 'jwk' }));
