import { deflateSync, inflateSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import type { Bundle } from 'fhir/r4.d.ts';
import { z } from 'zod';
import { fromWire, toWire, WireBiometrics } from './biometrics.ts';
import { isBundleOf, withPhoto } from './bundle.ts';
import { type BiometricPart, EnrolmentRecord } from './record.ts';

/*
 * What is inside the seals: record, FHIR Bundle and biometric part as one CBOR map (RFC 8949), deflated (RFC 1950).
 * The photograph travels once, as bytes; on opening it is put back into the Bundle's Patient.
 */

const version = 1;
/** Ten prints of 500 kB and a photograph fit well; a bomb does not. */
const largestContent = 32 * 1024 * 1024;

export interface PacketContent {
  readonly record: EnrolmentRecord;
  readonly biometrics: BiometricPart;
  /** A transaction, with the photograph where there is one. */
  readonly bundle: Bundle;
}

const Content = z
  .object({
    version: z.literal(version),
    record: EnrolmentRecord,
    bundle: z.custom<Bundle>((value) => typeof value === 'object' && value !== null),
    biometrics: WireBiometrics,
  })
  .refine(({ bundle, record }) => isBundleOf(bundle, record), { error: 'bundle-of-another-person' });

/** Packs the parts; `bundle` comes without its photograph. */
export function packContent({ record, biometrics, bundle }: PacketContent): Uint8Array {
  const content = { version, record, bundle, biometrics: toWire(biometrics) };
  return deflateSync(encode(content, { ignoreUndefinedProperties: true }));
}

/** Reads the parts back; null when anything in them is not as it should be. Never throws. */
export function unpackContent(bytes: Uint8Array): PacketContent | null {
  const parsed = Content.safeParse(readDeflated(bytes));
  if (!parsed.success) return null;
  const { record, bundle } = parsed.data;
  const biometrics = fromWire(parsed.data.biometrics);
  const photo = biometrics.face?.photo;
  return { record, biometrics, bundle: photo ? withPhoto(bundle, photo) : bundle };
}

function readDeflated(bytes: Uint8Array): unknown {
  try {
    return decode(inflateSync(bytes, { maxOutputLength: largestContent }), { rejectDuplicateMapKeys: true });
  } catch {
    return null;
  }
}
