import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, modules, wasmFile } from './compile.ts';
import * as fast from './kernels.ts';
import * as plain from './plain.ts';

let state = 7;
/** −1..1. */
function random(): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 31 - 1;
}

const plane = (width: number, height: number) => ({
  width,
  height,
  data: Float32Array.from({ length: width * height }, random),
});

/** Sums in another order differ by rounding. */
function expectAlike(a: Float32Array, b: Float32Array): void {
  expect(a.length).toBe(b.length);
  const scale = Math.max(...b.map(Math.abs));
  const difference = Math.max(...a.map((value, i) => Math.abs(value - b[i])));
  expect(difference / scale).toBeLessThan(1e-5);
}

describe('the kernels', () => {
  it.each(modules)('in %s.wasm are compiled from the source beside them', async (name) => {
    const compiled = await compile(name);
    expect(Buffer.from(compiled).equals(readFileSync(wasmFile(name)))).toBe(true);
  });

  it('filter each tile with its own lines, as in plain TypeScript', () => {
    const source = plane(68, 52);
    const banks: plain.Line[][] = [5, 3].map((bins) =>
      Array.from({ length: bins }, (_, bin) => ({
        dx: Int32Array.from({ length: 3 + bin }, () => Math.round(8 * random())),
        dy: Int32Array.from({ length: 3 + bin }, () => Math.round(8 * random())),
        weights: Float32Array.from({ length: 3 + bin }, random),
      })),
    );
    const bins = banks.map(({ length }) =>
      Uint16Array.from({ length: 17 * 26 }, (_, i) => (i % 7 < length ? i % 7 : plain.unfiltered)),
    );
    expectAlike(
      fast.steer(
        source,
        banks.map((bank, i) => ({ bank: fast.prepareBank(bank), bins: bins[i] })),
        8,
      ),
      plain.steer(
        source,
        banks.map((bank, i) => ({ bank, bins: bins[i] })),
        8,
      ),
    );
  });

  it('smooth planes wider and narrower than the window, as in plain TypeScript', () => {
    const weights = Float32Array.from({ length: 13 }, random);
    for (const source of [plane(44, 31), plane(8, 3), plane(4, 40)])
      expectAlike(fast.smooth(source, weights), plain.smooth(source, weights));
  });

  it('sum gradients and products over cells, as in plain TypeScript', () => {
    const a = plane(48, 36);
    const b = plane(48, 36);
    for (const i of [0, 1, 2]) {
      expectAlike(fast.tensor(a)[i], plain.tensor(a)[i]);
      expectAlike(fast.products(a, b)[i], plain.products(a, b)[i]);
    }
  });
});
