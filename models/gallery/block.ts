/** A fixed number of rows of 32-bit floats in shared memory: growing never moves what is stored, workers can read it. */
export type Block = Float32Array<SharedArrayBuffer>;

/** At 128 dimensions a block is 2 MB. */
export const rowsPerBlock = 4096;

export function createBlock(dimensions: number): Block {
  return new Float32Array(new SharedArrayBuffer(rowsPerBlock * dimensions * Float32Array.BYTES_PER_ELEMENT));
}

/** Scalar product of the row that starts at `at` with the vector. Four sums at once, so that additions overlap. */
export function dot(block: Block, at: number, vector: Float32Array): number {
  const length = vector.length;
  const whole = length - (length % 4);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < whole; i += 4) {
    a += block[at + i] * vector[i];
    b += block[at + i + 1] * vector[i + 1];
    c += block[at + i + 2] * vector[i + 2];
    d += block[at + i + 3] * vector[i + 3];
  }
  for (let i = whole; i < length; i++) a += block[at + i] * vector[i];
  return a + b + c + d;
}

/**
 * The vector at unit length.
 * @throws RangeError when it has another length than `dimensions`, no direction, or a NaN
 */
export function normalised(vector: Float32Array, dimensions: number): Float32Array {
  if (vector.length !== dimensions)
    throw new RangeError(`a template has ${dimensions} numbers, not ${vector.length}`);
  const norm = Math.hypot(...vector);
  if (!(norm > 0 && norm < Number.POSITIVE_INFINITY))
    throw new RangeError('a template must be a vector of some length');
  return vector.map((value) => value / norm);
}
