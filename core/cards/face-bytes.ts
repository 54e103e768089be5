/*
 * A face embedding in the 128 bytes a card has for it: each of its 128 numbers as a signed byte, scaled so that the
 * greatest fills it. A cosine does not feel the scale, so none is kept. What it costs is in README.md.
 */

const LENGTH = 128;
const GREATEST = 127;

/** The embedding as 128 bytes; null for one that has not 128 numbers or is all zero. */
export function faceToBytes(vector: Float32Array): Uint8Array | null {
  const most = vector.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  if (vector.length !== LENGTH || !(most > 0) || !Number.isFinite(most)) return null;
  return new Uint8Array(Int8Array.from(vector, (value) => Math.round((value / most) * GREATEST)).buffer);
}

/** An embedding to compare by cosine. */
export function faceFromBytes(bytes: Uint8Array): Float32Array {
  return Float32Array.from(Int8Array.from(bytes));
}
