import { z } from 'zod';
import { FingerException, FingerPosition } from './person.ts';
import type { BiometricPart } from './record.ts';

/* The biometric part as CBOR carries it. A vector is 32-bit little-endian floats, or the engine's own bytes. */

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const label = z.string().min(1).max(200);
const mostFingers = 20;
const longestVector = 4096;
const floatBytes = Float32Array.BYTES_PER_ELEMENT;

const isFloats = ({ length }: Uint8Array) =>
  length % floatBytes === 0 && length <= longestVector * floatBytes;

const WireVector = z.discriminatedUnion('format', [
  z.object({ format: z.literal('bytes'), values: bytes }),
  z.object({ format: z.literal('float32'), values: bytes.refine(isFloats) }),
]);
type WireVector = z.infer<typeof WireVector>;

export const WireBiometrics = z.object({
  face: z.object({ model: label, vector: WireVector, quality: z.number(), photo: bytes }).nullable(),
  fingers: z
    .array(
      z.object({
        position: FingerPosition,
        engine: label,
        template: bytes,
        quality: z.number(),
        image: bytes,
        dpi: z.number().positive(),
      }),
    )
    .max(mostFingers),
  exceptions: z.array(z.object({ position: FingerPosition, reason: FingerException })).max(mostFingers),
});
export type WireBiometrics = z.infer<typeof WireBiometrics>;

export function toWire({ face, fingers, exceptions }: BiometricPart): WireBiometrics {
  return {
    face: face && { ...face, vector: wireVector(face.vector) },
    fingers: [...fingers],
    exceptions: [...exceptions],
  };
}

export function fromWire({ face, ...rest }: WireBiometrics): BiometricPart {
  return { ...rest, face: face && { ...face, vector: vectorOf(face.vector) } };
}

function wireVector(vector: Float32Array | Uint8Array): WireVector {
  if (vector instanceof Uint8Array) return { format: 'bytes', values: vector };
  return { format: 'float32', values: new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength) };
}

/** Copied, because a float array has to start on a boundary of four bytes. */
const vectorOf = ({ format, values }: WireVector) =>
  format === 'bytes' ? values : new Float32Array(Uint8Array.from(values).buffer);
