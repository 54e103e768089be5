import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { squares } from '../search/unit-vector.ts';
import { compile, wasmFile } from './compile.ts';
import { kernelOver } from './kernels.ts';
import { mostPages } from './pages.ts';
import { boundsOf, type CodedProbe, type CodedRow, ceiling, codeProbe, codeRow, dot, scan } from './plain.ts';

/** Unit vectors, also with one component far above the others, where codes are coarsest. */
function unitVectors(dimensions: number) {
  const component = fc.oneof(
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.constantFrom(0, 1e-9, 0.003, 30, -30),
  );
  return fc
    .array(component, { minLength: dimensions, maxLength: dimensions })
    .filter((values) => Math.hypot(...values) > 1e-6)
    .map((values) => Float32Array.from(values, (value) => value / Math.hypot(...values)));
}

let memories = 0;

/** The kernel over rows laid out in a memory of their own; `rows` must be a multiple of 4. */
function scanByKernel(rows: readonly CodedRow[], probe: CodedProbe, floor: number): number[] {
  const memory = new WebAssembly.Memory({ initial: 8, maximum: mostPages, shared: true });
  const length = Math.ceil(probe.codes.length / 8) * 8;
  const at = { probe: 1024, codes: 8192, scales: 262_144, errors: 327_680, out: 393_216 };
  new Int16Array(memory.buffer, at.probe).set(probe.codes);
  for (const [i, { codes, scale, error }] of rows.entries()) {
    new Int8Array(memory.buffer, at.codes + i * length).set(codes);
    new Float32Array(memory.buffer, at.scales)[i] = scale;
    new Float32Array(memory.buffer, at.errors)[i] = error;
  }
  const bounds = boundsOf(probe);
  const count = kernelOver(
    memory,
    memories++,
  )({
    ...at,
    ...bounds,
    rows: rows.length,
    length,
    probeScale: probe.scale,
    floor,
  });
  return [...new Uint32Array(memory.buffer, at.out, count)];
}

describe('the kernel', () => {
  it('is compiled from the source beside it', async () => {
    expect(Buffer.from(await compile()).equals(readFileSync(wasmFile))).toBe(true);
  });

  it.each([2, 8, 13, 128, 512])('finds in rows of %i numbers what plain TypeScript finds', (dimensions) => {
    const vectors = fc.array(unitVectors(dimensions), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(vectors, ([first, ...others]) => {
        const probe = codeProbe(first);
        const rows = others.map(codeRow);
        const ceilings = rows.map((row) => ceiling(row, probe));
        for (const floor of [
          -2,
          0,
          0.5,
          ...ceilings.map((one) => one - 3e-7),
          ...ceilings.map((one) => one + 3e-7),
        ]) {
          const found = scanByKernel(rows, probe, floor);
          // Rounding decides within half the slack.
          expect(found).toEqual(expect.arrayContaining(scan(rows, probe, floor + 5e-7)));
          expect(scan(rows, probe, floor - 5e-7)).toEqual(expect.arrayContaining(found));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('does not find a row whose error says that it is unused, however low the floor', () => {
    const unused = { ...codeRow(Float32Array.of(1, 0)), error: Number.NEGATIVE_INFINITY };
    expect(scanByKernel([unused, unused, unused, unused], codeProbe(Float32Array.of(1, 0)), -2)).toEqual([]);
  });

  it('does not overflow where every product is as large as can be', () => {
    for (const dimensions of [128, 512, 4096]) {
      const flat = new Float32Array(dimensions).fill(1 / Math.sqrt(dimensions));
      const rows = [codeRow(flat), codeRow(flat), codeRow(flat.map((value) => -value)), codeRow(flat)];
      if (dimensions <= 512) expect(scanByKernel(rows, codeProbe(flat), 0.99)).toEqual([0, 1, 3]);
      expect(ceiling(rows[0], codeProbe(flat))).toBeCloseTo(squares(flat), 3);
      const { codes } = codeProbe(flat);
      expect(codes.reduce((sum, value) => sum + 127 * value, 0)).toBeLessThan(2 ** 31);
    }
  });
});

describe('no score', () => {
  it.each([1, 2, 13, 128])(
    'of %i numbers is above its ceiling, nor the ceiling far above the score',
    (dimensions) => {
      fc.assert(
        fc.property(unitVectors(dimensions), unitVectors(dimensions), (row, probe) => {
          const coded = codeRow(row);
          const most = ceiling(coded, codeProbe(probe));
          const score = dot(row, 0, probe);
          expect(most - score).toBeGreaterThan(0);
          expect(most - score).toBeLessThan(2.1 * coded.error + 0.0002 * Math.sqrt(dimensions));
        }),
        { numRuns: 300 },
      );
    },
  );

  it('is above its ceiling when the codes leave out as much as they can in the probe’s direction', () => {
    // Every component half a step off, and the probe along just that.
    const half = Float32Array.from({ length: 128 }, (_, i) => (i === 0 ? 127 : (i % 100) + 0.499));
    const row = half.map((value) => value / Math.sqrt(squares(half)));
    const { codes, scale, error } = codeRow(row);
    const leftOut = row.map((value, i) => value - scale * codes[i]);
    const probe = leftOut.map((value) => value / Math.sqrt(squares(leftOut)));
    const most = ceiling(codeRow(row), codeProbe(probe));
    const score = dot(row, 0, probe);
    expect(score).toBeLessThanOrEqual(most);
    expect(most - score).toBeLessThan(0.05 * error);
  });
});
