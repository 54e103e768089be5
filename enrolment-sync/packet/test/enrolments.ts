import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { exportJWK, type JWK } from 'jose';
import { v7 as uuidv7 } from 'uuid';
import { deviceKid } from '#health-card/index.ts';
import { Person } from '../person.ts';
import type { BiometricPart, EnrolmentRecord } from '../record.ts';

/* Invented people and keys for tests. */

export interface TestDevice {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export function newDevice(type: 'ed25519' | 'p-256' = 'ed25519'): TestDevice {
  const pair =
    type === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...pair, kid: Buffer.from(deviceKid(pair.publicKey)).toString('hex') };
}

/** Central's encryption key pair. */
export async function newCentralKey(): Promise<{ privateKey: KeyObject; publicKey: JWK }> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { privateKey, publicKey: await exportJWK(publicKey) };
}

export const asha = Person.parse({
  name: 'Asha Devi',
  nativeName: { text: 'आशा देवी', language: 'hi' },
  sex: 'female',
  birth: { known: 'age', age: 41, asOf: '2026-11-20' },
  guardian: 'Ram Prasad',
  phone: '9876543210',
  abha: '43422151056749',
  address: {
    line: 'House 4, Ward 2',
    village: 'Rampur',
    district: 'South',
    districtLgd: '84',
    stateLgd: '7',
    pin: '110030',
  },
  language: 'hi',
  household: { number: 'H-12', relationToHead: 'spouse' },
  clinical: { bloodGroup: 'B+', allergies: ['Penicillin'], conditions: ['Asthma', 'Diabetes'] },
  emergencyContact: { name: 'Ram Prasad', phone: '9123456780' },
});

export function enrolmentOf(person: Person = asha, changes: Partial<EnrolmentRecord> = {}): EnrolmentRecord {
  return {
    personId: uuidv7(),
    revision: 1,
    person,
    consent: {
      textVersion: 'hi-2026-1',
      language: 'hi',
      given: 'spoken',
      readBy: 'S. Kaur',
      at: '2026-11-20T09:58:00.000Z',
    },
    card: { number: '100000000014', kid: '0011223344556677', statusIndex: 7, issuedAt: 1_795_168_800 },
    operator: 'op-1',
    device: 'kiosk-1',
    organisation: 'District Hospital',
    enrolledAt: '2026-11-20T10:00:00.000Z',
    update: false,
    ...changes,
  };
}

export const noBiometrics: BiometricPart = { face: null, fingers: [], exceptions: [] };

export const biometrics: BiometricPart = {
  face: {
    model: 'face/1',
    vector: Float32Array.from({ length: 128 }, (_, index) => Math.sin(index)),
    quality: 71,
    photo: Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251),
  },
  fingers: [
    {
      position: 'right-index',
      engine: 'ridge/3',
      template: Uint8Array.of(1, 2, 3),
      quality: 60,
      image: Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
      dpi: 500,
    },
  ],
  exceptions: [{ position: 'left-thumb', reason: 'injured' }],
};
