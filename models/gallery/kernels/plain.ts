/*
 * What a search computes, in plain TypeScript: the oracle of the kernel's tests, and the place to read what it does.
 *
 * A row r is stored as int8 codes q and a scale s, so r = s·q + e with |e| known; the probe p likewise as int16, so
 * p = S·Q + E. Then
 *   r·p = sS(q·Q) + sq·E + e·p,  and by Cauchy and Schwarz  |sq·E| ≤ (|r| + |e|)|E|,  |e·p| ≤ |e||p|.
 * With r and p of unit length the score is at most  sS(q·Q) + |e|(1 + |E|) + |E|, `ceiling` below. The codes are compared
 * in integers, exactly; all that is rounded to 32-bit floats on the way adds up to less than `slack`.
 */

/** Above all rounding: eight steps of 2^−24 on numbers of at most about 1. */
export const slack = 1e-6;

export interface CodedRow {
  readonly codes: Int8Array;
  /** A float of 32 bits. */
  readonly scale: number;
  /** Length of what the codes leave out. */
  readonly error: number;
}

export interface CodedProbe {
  readonly codes: Int16Array;
  readonly scale: number;
  readonly error: number;
}

const rowLevels = 127;

/** Codes of a unit vector. */
export function codeRow(row: Float32Array): CodedRow {
  return code(row, rowLevels, new Int8Array(row.length));
}

/** Codes of a unit vector, as fine as the sum of the products with any row fits 32 bits. */
export function codeProbe(probe: Float32Array): CodedProbe {
  const levels = Math.min(2 ** 15 - 1, Math.floor((2 ** 31 - 1) / (rowLevels * probe.length)));
  return code(probe, levels, new Int16Array(probe.length));
}

function code<Codes extends Int8Array | Int16Array>(vector: Float32Array, levels: number, codes: Codes) {
  let largest = 0;
  for (let i = 0; i < vector.length; i++) largest = Math.max(largest, Math.abs(vector[i]));
  const scale = Math.fround(largest / levels);
  let squares = 0;
  for (let i = 0; i < vector.length; i++) {
    codes[i] = Math.max(-levels, Math.min(levels, Math.round(vector[i] / scale)));
    squares += (vector[i] - scale * codes[i]) ** 2;
  }
  return { codes, scale, error: Math.sqrt(squares) };
}

/** What a probe asks of a row's error: the ceiling is the score of the codes + error · weight + margin. */
export function boundsOf({ error }: Pick<CodedProbe, 'error'>): { weight: number; margin: number } {
  return { weight: 1 + error, margin: error + slack };
}

/** No score of the row with the probe is above this. */
export function ceiling(row: CodedRow, probe: CodedProbe): number {
  let sum = 0;
  for (const [i, value] of row.codes.entries()) sum += value * probe.codes[i];
  const { weight, margin } = boundsOf(probe);
  return sum * probe.scale * row.scale + row.error * weight + margin;
}

/** The rows whose ceiling reaches the floor. */
export function scan(rows: readonly CodedRow[], probe: CodedProbe, floor: number): number[] {
  return [...rows.keys()].filter((row) => ceiling(rows[row], probe) >= floor);
}

/** The score: scalar product of a probe with the row that starts at `at`, in 64-bit floats, four sums side by side. */
export function dot(rows: Float32Array, at: number, probe: Float32Array): number {
  const length = probe.length;
  const whole = length - (length % 4);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < whole; i += 4) {
    a += rows[at + i] * probe[i];
    b += rows[at + i + 1] * probe[i + 1];
    c += rows[at + i + 2] * probe[i + 2];
    d += rows[at + i + 3] * probe[i + 3];
  }
  for (let i = whole; i < length; i++) a += rows[at + i] * probe[i];
  return a + b + c + d;
}
