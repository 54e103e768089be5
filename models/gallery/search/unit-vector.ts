/**
 * The vector at unit length.
 * @throws RangeError when it has another length than `dimensions`, no direction, or a NaN
 */
export function unitVector(vector: Float32Array, dimensions: number): Float32Array {
  if (vector.length !== dimensions)
    throw new RangeError(`a template has ${dimensions} numbers, not ${vector.length}`);
  let largest = 0;
  for (let i = 0; i < dimensions; i++) largest = Math.max(largest, Math.abs(vector[i]));
  if (!(largest > 0 && largest < Number.POSITIVE_INFINITY))
    throw new RangeError('a template must be a vector of some length');
  const norm = largest * Math.sqrt(squares(vector, largest));
  return vector.map((value) => value / norm);
}

/** Sum of the squares of the vector over `unit`, in 64-bit floats. */
export function squares(vector: Float32Array, unit = 1): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += (vector[i] / unit) ** 2;
  return sum;
}
