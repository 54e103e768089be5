import type { KeyObject } from 'node:crypto';
import { exportJWK, type JWK } from 'jose';
import {
  type CentralRefusal,
  type Lease,
  Lease as LeaseAnswer,
  type LeasePurpose,
  Lists,
  openReceipt,
  PacketAnswer,
  PublicJwk,
  type Receipt,
  Registration,
  routes,
  type SigningDevice,
  signRequest,
} from '#sync/packet/index.ts';
import { type Answer, type CallFailure, call } from './call.ts';

/*
 * The kiosk's side of the protocol with central. Requests are signed by the device key (packet/http-signature.ts).
 * Tablets' clocks are wrong: when central finds a signature's time off, it says its own, and the client signs again
 * by that.
 */

const packetPatience = 5 * 60_000;
const patience = 30_000;

/** The answer could not be had now, or will not be given. */
export type Failure =
  | { readonly outcome: 'unreachable' }
  | { readonly outcome: 'refused'; readonly reason: string };

export interface CentralClient {
  /** Sends one packet. `not-now` says that this packet failed, and that another may still go. */
  send(
    packet: { readonly id: string; readonly personId: string; readonly bytes: Uint8Array },
    signal?: AbortSignal,
  ): Promise<
    { readonly outcome: 'receipt'; readonly receipt: Receipt } | { readonly outcome: 'not-now' } | Failure
  >;
  /** Key list and status list, for `openKeyList` and `openStatusList` to verify. */
  fetchLists(): Promise<{ readonly outcome: 'fetched'; readonly lists: Lists } | Failure>;
  /** Asks for a block of card numbers; central may give fewer than `count`. */
  requestLease(
    count: number,
    purpose?: LeasePurpose,
  ): Promise<{ readonly outcome: 'leased'; readonly lease: Lease } | Failure>;
}

export interface CentralClientOptions {
  readonly baseUrl: string;
  readonly device: { readonly id: string } & SigningDevice;
  readonly fetch?: typeof fetch;
  /** The key that signs receipts, from the registration. */
  readonly centralReceiptKey: JWK;
}

export function createCentralClient(options: CentralClientOptions): CentralClient {
  const { baseUrl, centralReceiptKey } = options;
  const send = options.fetch ?? fetch;
  const post = signedPost(options, send);
  return {
    async send({ id, personId, bytes }, signal) {
      const within = AbortSignal.any([AbortSignal.timeout(packetPatience), ...(signal ? [signal] : [])]);
      const answer = await post(routes.packets, 'application/octet-stream', bytes, within);
      if (answer.outcome === 'refused' && isOfThisPacket(answer.reason)) return { outcome: 'not-now' };
      if (answer.outcome === 'failed') return { outcome: 'not-now' };
      if (answer.outcome !== 'answered') return failureOf(answer);
      const parsed = PacketAnswer.safeParse(answer.body);
      const receipt = parsed.success ? await openReceipt(parsed.data.receipt, centralReceiptKey) : null;
      if (receipt?.packetId !== id || (receipt.personId ?? personId) !== personId)
        return { outcome: 'refused', reason: 'forged-receipt' };
      return { outcome: 'receipt', receipt };
    },
    async fetchLists() {
      const answer = await call(send, new URL(routes.lists, baseUrl), {
        signal: AbortSignal.timeout(patience),
      });
      if (answer.outcome !== 'answered') return failureOf(answer);
      const parsed = Lists.safeParse(answer.body);
      return parsed.success
        ? { outcome: 'fetched', lists: parsed.data }
        : { outcome: 'refused', reason: 'bad-answer' };
    },
    async requestLease(count, purpose = 'ordinary') {
      const body = new TextEncoder().encode(JSON.stringify({ count, purpose }));
      const answer = await post(routes.leases, 'application/json', body, AbortSignal.timeout(patience));
      if (answer.outcome !== 'answered') return failureOf(answer);
      const parsed = LeaseAnswer.safeParse(answer.body);
      return parsed.success
        ? { outcome: 'leased', lease: parsed.data }
        : { outcome: 'refused', reason: 'bad-answer' };
    },
  };
}

/** Registers a device by the one-time code that central gave for it. `publicKey` is the device's signing key. */
export async function registerDevice(options: {
  readonly baseUrl: string;
  readonly code: string;
  readonly publicKey: KeyObject;
  readonly fetch?: typeof fetch;
}): Promise<{ readonly outcome: 'registered'; readonly registration: Registration } | Failure> {
  const publicKey = PublicJwk.parse(await exportJWK(options.publicKey));
  const answer = await call(options.fetch ?? fetch, new URL(routes.devices, options.baseUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: options.code, publicKey }),
    signal: AbortSignal.timeout(patience),
  });
  if (answer.outcome !== 'answered') return failureOf(answer);
  const parsed = Registration.safeParse(answer.body);
  if (!parsed.success) return { outcome: 'refused', reason: 'bad-answer' };
  return { outcome: 'registered', registration: parsed.data };
}

function signedPost({ baseUrl, device }: CentralClientOptions, send: typeof fetch) {
  let clockOffset = 0;
  const once = async (path: string, contentType: string, body: Uint8Array, signal: AbortSignal) => {
    const url = new URL(path, baseUrl);
    const request = { method: 'POST', url: url.href, headers: { 'content-type': contentType }, body };
    const headers = await signRequest(request, device, Date.now() + clockOffset);
    return call(send, url, { method: 'POST', headers, body: Uint8Array.from(body), signal });
  };
  return async (...parts: Parameters<typeof once>): Promise<Answer> => {
    const answer = await once(...parts);
    if (answer.outcome !== 'refused' || answer.reason !== 'stale') return answer;
    clockOffset = Date.parse(answer.now) - Date.now();
    return once(...parts);
  };
}

/** Refusals that say nothing of the device and the link. */
const isOfThisPacket = (reason: CentralRefusal['error']) =>
  reason === 'too-large' || reason === 'replayed' || reason === 'bad-request';

function failureOf(failure: CallFailure): Failure {
  return failure.outcome === 'refused'
    ? { outcome: 'refused', reason: failure.reason }
    : { outcome: 'unreachable' };
}
