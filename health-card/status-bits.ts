import { deflateSync, inflateSync } from 'node:zlib';

/*
 * The array of a token status list: `bits` bits for each index, index 0 in the LEAST significant bits of byte 0
 * (the W3C bitstring list counts from the other end), compressed with zlib.
 */

/** 64 million cards at two bits. */
const MAX_ARRAY = 16 * 1024 * 1024;

export type StatusBits = 1 | 2 | 4 | 8;

/** The compressed array of statuses, one status an index. Throws a RangeError where one does not fit. */
export function packStatuses(statuses: Uint8Array, bits: StatusBits): Uint8Array {
  const perByte = 8 / bits;
  const array = new Uint8Array(Math.ceil(statuses.length / perByte));
  for (const [index, status] of statuses.entries()) {
    if (status >= 2 ** bits) throw new RangeError('a status does not fit the bits of its list');
    array[Math.floor(index / perByte)] |= status << ((index % perByte) * bits);
  }
  return new Uint8Array(deflateSync(array, { level: 9 }));
}

/** The status at each index, null beyond the end; or null where the array cannot be inflated. */
export function unpackStatuses(compressed: Uint8Array, bits: StatusBits) {
  const array = inflate(compressed);
  if (array === null) return null;
  const perByte = 8 / bits;
  return (index: number): number | null => {
    const byte = array[Math.floor(index / perByte)];
    return byte === undefined || !Number.isInteger(index)
      ? null
      : (byte >> ((index % perByte) * bits)) & (2 ** bits - 1);
  };
}

function inflate(compressed: Uint8Array): Uint8Array | null {
  try {
    return inflateSync(compressed, { maxOutputLength: MAX_ARRAY });
  } catch {
    return null;
  }
}
