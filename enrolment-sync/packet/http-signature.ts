import { createHash, type KeyObject, randomBytes, sign, verify } from 'node:crypto';
import { httpbis } from 'http-message-signatures';

/*
 * Signed requests: HTTP Message Signatures (RFC 9421) over a Content-Digest (RFC 9530). Covered are method, host,
 * path, digest and content type; not the scheme, so that a proxy may end TLS. No route has a query. A nonce and the
 * time of signing let central refuse a request that is sent again.
 */

const tag = 'enrolment-sync';
const fields = ['@method', '@authority', '@path', 'content-digest', 'content-type'];
const params = ['created', 'nonce', 'keyid', 'alg', 'tag'];
const nonceBytes = 16;
/** How far the clocks of kiosk and central may differ, in seconds. */
const tolerance = 300;

export interface SigningDevice {
  readonly kid: string;
  /** Ed25519 or P-256. */
  readonly privateKey: KeyObject;
}

export interface RequestParts {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The headers to send: those given, the digest and the signature. `now` is in milliseconds since 1970. */
export async function signRequest(
  { method, url, headers, body }: RequestParts,
  { kid, privateKey }: SigningDevice,
  now: number,
): Promise<Record<string, string>> {
  const paramValues = { created: new Date(now), nonce: randomBytes(nonceBytes).toString('base64url'), tag };
  const key = {
    id: kid,
    alg: algorithmOf(privateKey),
    sign: async (data: Buffer) =>
      sign(digestOf(privateKey), data, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
  };
  const request = { method, url, headers: { ...headers, 'content-digest': contentDigest(body) } };
  const signed = await httpbis.signMessage({ key, name: 'sig1', fields, params, paramValues }, request);
  return Object.fromEntries(
    Object.entries(signed.headers).map(([name, value]) => [name.toLowerCase(), `${value}`]),
  );
}

export type RequestVerification =
  | { readonly outcome: 'verified'; readonly kid: string; readonly nonce: string; readonly created: number }
  | {
      readonly outcome: 'refused';
      readonly reason: 'unsigned' | 'unknown-device' | 'bad-signature' | 'stale';
    };

/**
 * Verifies a request by the key that `deviceKey` knows. `created` is in milliseconds. Whether the nonce was seen
 * before is for the caller to say. Never throws for what is in the request.
 */
export async function verifyRequest(
  { method, url, headers, body }: RequestParts,
  deviceKey: (kid: string) => Promise<KeyObject | null>,
  now: number,
): Promise<RequestVerification> {
  if (!headers['signature'] || !headers['signature-input']) return refused('unsigned');
  if (headers['content-digest'] !== contentDigest(body)) return refused('bad-signature');
  const claimed: Claimed = { unknownDevice: false };
  const keyLookup: KeyLookup = async ({ keyid, nonce, created, tag: given }) => {
    const publicKey = keyid ? await deviceKey(keyid) : null;
    Object.assign(claimed, { kid: keyid, nonce, created: created?.getTime(), unknownDevice: !publicKey });
    if (!publicKey || given !== tag) return null;
    const key = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
    return {
      algs: [algorithmOf(publicKey)],
      verify: async (data, signature) => verify(digestOf(publicKey), data, key, signature),
    };
  };
  const valid = await httpbis
    .verifyMessage({ ...strict, keyLookup }, { method, url, headers: { ...headers } })
    .catch(() => false);
  const { kid, nonce, created, unknownDevice } = claimed;
  if (unknownDevice) return refused('unknown-device');
  if (!valid || !kid || !nonce || created === undefined) return refused('bad-signature');
  if (Math.abs(now - created) > tolerance * 1000) return refused('stale');
  return { outcome: 'verified', kid, nonce, created };
}

type KeyLookup = Parameters<typeof httpbis.verifyMessage>[0]['keyLookup'];

interface Claimed {
  readonly kid?: string;
  readonly nonce?: string;
  readonly created?: number;
  readonly unknownDevice: boolean;
}

/** All of our fields and parameters, in every signature; the age is judged here, by central's own clock. */
const strict = {
  requiredFields: fields,
  requiredParams: params,
  notAfter: Number.MAX_SAFE_INTEGER,
  all: true,
};

/** How long central must remember a nonce, in milliseconds. */
export const nonceLifetime = 2 * tolerance * 1000;

const contentDigest = (body: Uint8Array) => `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;

const algorithmOf = (key: KeyObject) =>
  key.asymmetricKeyType === 'ed25519' ? 'ed25519' : 'ecdsa-p256-sha256';

const digestOf = (key: KeyObject) => (key.asymmetricKeyType === 'ed25519' ? null : 'sha256');

const refused = (reason: Extract<RequestVerification, { outcome: 'refused' }>['reason']) =>
  ({ outcome: 'refused', reason }) as const;
