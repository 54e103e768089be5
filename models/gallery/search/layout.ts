/*
 * Rows in shared memory, so that every worker reads them where they lie. A block is so many rows, as arrays one after the
 * other: what the kernel reads, codes (int8), scales and errors (f32), then what is read of few rows, owners (u32) and
 * the unit vectors themselves (f32). A row's error is written last and decides whether it counts.
 */

export const rowsPerBlock = 1024;

/** The error of a row that is not in use: no score reaches any floor with it. */
export const unused = Number.NEGATIVE_INFINITY;
export const unusedBits = bitsOf(unused);

/** Where the arrays of a block lie, in bytes from its address, and how long a row of codes is. */
export interface Layout {
  readonly dimensions: number;
  readonly codeBytes: number;
  readonly scales: number;
  readonly errors: number;
  readonly owners: number;
  readonly vectors: number;
  readonly bytes: number;
}

const word = 4;

export function layoutOf(dimensions: number): Layout {
  const codeBytes = Math.ceil(dimensions / 8) * 8;
  const scales = rowsPerBlock * codeBytes;
  const errors = scales + rowsPerBlock * word;
  const owners = errors + rowsPerBlock * word;
  const vectors = owners + rowsPerBlock * word;
  return {
    dimensions,
    codeBytes,
    scales,
    errors,
    owners,
    vectors,
    bytes: vectors + rowsPerBlock * dimensions * word,
  };
}

/** Where a row's parts are, each in units of its own. */
export interface RowPlace {
  readonly codes: number;
  readonly scale: number;
  readonly error: number;
  readonly owner: number;
  readonly vector: number;
}

export function rowPlace(layout: Layout, block: number, slot: number): RowPlace {
  return {
    codes: block + slot * layout.codeBytes,
    scale: ((block + layout.scales) >>> 2) + slot,
    error: ((block + layout.errors) >>> 2) + slot,
    owner: ((block + layout.owners) >>> 2) + slot,
    vector: ((block + layout.vectors) >>> 2) + slot * layout.dimensions,
  };
}

/** A float of 32 bits as an integer, which can be stored and read at once. */
export function bitsOf(float: number): number {
  return new Int32Array(Float32Array.of(float).buffer)[0];
}

/** What a thread needs to scan besides the rows: the probe's codes, and room for the rows that one call finds. */
export const rowsAtOnce = 256;

export function scratchBytes({ codeBytes }: Layout): number {
  return 2 * codeBytes + rowsAtOnce * word;
}
