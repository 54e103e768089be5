import { beginCall, keep, kernel, put, reserve, take, zeros } from './instance.ts';
import type { Grids, LineBank, Raster, Steering } from './plain.ts';

/*
 * The inner loops of extraction as WebAssembly SIMD (assembly/kernels.ts): four pixels at a time, several times as fast
 * as the same in TypeScript (plain.ts, which says what each computes and which the tests hold against it). Each call
 * copies its planes in and the result out, which costs little beside the work and leaves no state behind.
 */

const runFilter = kernel('filterTiles');
const runSmooth = kernel('smooth');
const runTensor = kernel('tensor');
const runProducts = kernel('products');

/** Lines in the kernels' memory: where the bins start, and the taps. */
export interface PreparedBank {
  readonly starts: number;
  readonly taps: number;
}

/** Puts lines into the kernels' memory, where they stay; so once for each bank. */
export function prepareBank(lines: LineBank): PreparedBank {
  const starts = new Uint32Array(lines.length + 1);
  for (const [bin, line] of lines.entries()) starts[bin + 1] = starts[bin] + line.weights.length;
  const taps = new DataView(new ArrayBuffer(8 * starts[lines.length]));
  let at = 0;
  for (const { dx, dy, weights } of lines)
    for (let i = 0; i < weights.length; i++, at += 8) {
      taps.setInt16(at, dx[i], true);
      taps.setInt16(at + 2, dy[i], true);
      taps.setFloat32(at + 4, weights[i], true);
    }
  beginCall();
  const bank = { starts: put(starts), taps: put(new Uint8Array(taps.buffer)) };
  keep();
  return bank;
}

/** As `steer` in plain.ts. */
export function steer(
  { width, height, data }: Raster,
  passes: readonly Steering<PreparedBank>[],
  border: number,
): Float32Array {
  beginCall();
  let plane = put(data);
  for (const { bank, bins } of passes) {
    const source = plane;
    plane = zeros(data.length);
    runFilter(source, plane, width, height, put(bins), bank.starts, bank.taps, border);
  }
  return take(plane, data.length);
}

/** As `smooth` in plain.ts; the width must be a multiple of 4. */
export function smooth({ width, height, data }: Raster, weights: Float32Array): Float32Array {
  const radius = (weights.length - 1) / 2;
  beginCall();
  const source = put(data);
  const line = zeros(width + 2 * radius);
  const rows = reserve(data.byteLength);
  // Each source row is read before the second pass writes, so the result may lie over the source.
  runSmooth(source, source, width, height, put(weights), radius, rows, line);
  return take(source, data.length);
}

/** As `tensor` in plain.ts. */
export function tensor({ width, height, data }: Raster): Grids {
  const cells = data.length / 16;
  beginCall();
  const source = put(data);
  const grids = zeros(3 * cells);
  runTensor(source, width, height, grids, grids + 4 * cells, grids + 8 * cells);
  return [take(grids, cells), take(grids + 4 * cells, cells), take(grids + 8 * cells, cells)];
}

/** As `products` in plain.ts. */
export function products(a: Raster, b: Raster): Grids {
  const { width, height } = a;
  const cells = a.data.length / 16;
  beginCall();
  const grids = zeros(3 * cells);
  runProducts(put(a.data), put(b.data), width, height, grids, grids + 4 * cells, grids + 8 * cells);
  return [take(grids, cells), take(grids + 4 * cells, cells), take(grids + 8 * cells, cells)];
}
