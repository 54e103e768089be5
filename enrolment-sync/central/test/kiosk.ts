import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { deviceKid, withCheckDigit } from '#health-card/index.ts';
import {
  type BiometricPart,
  type CardNotice,
  CentralRefusal,
  type EnrolmentRecord,
  Lease,
  Lists,
  openReceipt,
  PacketAnswer,
  Receipt,
  Registration,
  routes,
  sealNotice,
  sealPacket,
  signRequest,
} from '#sync/packet/index.ts';
import type { Central } from '../central.ts';

/* A kiosk's side of the wire, as far as central's tests need it. */

export const issuer = 'https://health.test.example';
export const centralUrl = 'https://central.test.example';

type NoticeParts =
  | Pick<Extract<CardNotice, { kind: 'card-revoked' }>, 'kind' | 'personId' | 'number' | 'reason'>
  | Pick<Extract<CardNotice, { kind: 'card-issued' }>, 'kind' | 'personId' | 'card'>;

export interface TestKiosk {
  readonly kid: string;
  readonly registered: Registration;
  /** A record of a new person with the next card number. */
  record(change?: Partial<EnrolmentRecord>): EnrolmentRecord;
  seal(record: EnrolmentRecord, biometrics?: Partial<BiometricPart>): Promise<Uint8Array>;
  notice(notice: NoticeParts): Promise<Uint8Array>;
  /** A card of this kiosk's next number. */
  card(): EnrolmentRecord['card'];
  /** Sends a packet; the receipt's signature is checked. */
  send(packet: Uint8Array): Promise<Receipt>;
  signed(path: string, body: Uint8Array): Promise<Request>;
  lease(count?: number): Promise<Lease>;
  lists(): Promise<Lists>;
}

export const noBiometrics: BiometricPart = { face: null, fingers: [], exceptions: [] };

export function newKey(): {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
} {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { kid: Buffer.from(deviceKid(publicKey)).toString('hex'), privateKey, publicKey };
}

export const registration = (code: string, publicKey: KeyObject, base = centralUrl) =>
  new Request(`${base}/v1/devices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, publicKey: publicKey.export({ format: 'jwk' }) }),
  });

/** Registers a new device and speaks for it. */
export async function openKiosk(
  central: Pick<Central, 'fetch' | 'newRegistrationCode'>,
  name: string,
): Promise<TestKiosk> {
  const code = await central.newRegistrationCode(name);
  return registerKiosk(central, code);
}

export async function registerKiosk(
  central: Pick<Central, 'fetch'>,
  code: string,
  base = centralUrl,
): Promise<TestKiosk> {
  const key = newKey();
  const answer = await central.fetch(registration(code, key.publicKey, base));
  const registered = Registration.parse(await answer.json());
  let taken = 0;

  const signed = (path: string, body: Uint8Array) => signedRequest(base + path, body, key);
  return {
    kid: key.kid,
    registered,
    record: (change = {}) => ({ ...personRecord(registered, key.kid, taken++), ...change }),
    async seal(record, biometrics = {}) {
      const keys = { device: key, central: registered.encryptionKey };
      return (await sealPacket(record, { ...noBiometrics, ...biometrics }, keys)).bytes;
    },
    notice: async (notice) => {
      const keys = { device: key, central: registered.encryptionKey };
      const told = { operator: 'operator-1', device: registered.deviceId, at: '2026-11-23T08:00:00Z' };
      return (await sealNotice({ ...notice, ...told }, keys)).bytes;
    },
    card: () => cardOf(registered, key.kid, taken++),
    signed,
    async send(packet) {
      const answer = PacketAnswer.parse(await json(central.fetch(await signed(routes.packets, packet))));
      return Receipt.parse(await openReceipt(answer.receipt, registered.receiptKey));
    },
    async lease(count = 1000) {
      const body = new TextEncoder().encode(JSON.stringify({ count }));
      return Lease.parse(await json(central.fetch(await signed(routes.leases, body))));
    },
    lists: async () => Lists.parse(await json(central.fetch(new Request(base + routes.lists)))),
  };
}

/** A POST that this key signed. */
export async function signedRequest(
  url: string,
  body: Uint8Array,
  key: ReturnType<typeof newKey>,
): Promise<Request> {
  const parts = { method: 'POST', url, headers: { 'content-type': 'application/octet-stream' }, body };
  const headers = await signRequest(parts, key, Date.now());
  return new Request(url, { method: 'POST', headers, body: Uint8Array.from(body) });
}

/** The code of a refusal. */
export async function refusal(answer: Promise<Response> | Response): Promise<string> {
  return CentralRefusal.parse(await (await answer).json()).error;
}

async function json(answer: Promise<Response>): Promise<unknown> {
  return (await answer).json();
}

/** Everyday names, so far apart that nobody is taken for another. */
const names = [
  'Asha Devi',
  'Mohammed Irfan Qureshi',
  'Gurpreet Singh Gill',
  'Lakshmi Narayan Tiwari',
  'Zoya',
];

function cardOf({ lease }: Registration, kid: string, taken: number): EnrolmentRecord['card'] {
  return {
    number: withCheckDigit(String(lease.start + taken)),
    kid,
    statusIndex: lease.statusStart + taken,
    issuedAt: 1_795_000_000,
  };
}

function personRecord(registered: Registration, kid: string, taken: number): EnrolmentRecord {
  return {
    personId: uuidv7(),
    revision: 1,
    person: {
      name: names[taken % names.length],
      sex: 'female',
      birth: { known: 'year', year: 1930 + 7 * (taken % 12) },
      address: { line: 'House 1', district: 'Model Nagar', districtLgd: '900001', stateLgd: '900' },
      language: 'hi',
    },
    consent: {
      textVersion: 'test-1',
      language: 'hi',
      given: 'touch',
      readBy: 'operator-1',
      at: '2026-11-22T08:00:00Z',
    },
    card: cardOf(registered, kid, taken),
    operator: 'operator-1',
    device: registered.deviceId,
    organisation: 'District Hospital',
    enrolledAt: '2026-11-22T08:00:00Z',
    update: false,
  };
}
