import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellOf, packEdge, unpackEdge, visitCells } from './edge-cells.ts';

const byte = fc.integer({ min: 0, max: 255 });
const edge = fc.record({ distance: fc.integer({ min: 1, max: 255 }), bearing: byte, heading: byte });
const near = (limit: number) => fc.integer({ min: -limit, max: limit });

test('an edge is stored in three bytes without loss, and never as no edge', () => {
  fc.assert(
    fc.property(edge, (given) => {
      const { cell, rest } = packEdge(given);
      expect(unpackEdge(cell, rest)).toEqual(given);
      expect(cell + rest).toBeGreaterThan(0);
      expect(cell).toBeLessThan(0x10000);
      expect(rest).toBeLessThan(0x100);
    }),
  );
});

test('an edge a little different is found in one of the cells visited, also across a full turn', () => {
  fc.assert(
    fc.property(edge, near(4), near(5), near(6), (given, longer, bent, turned) => {
      const like = {
        distance: Math.min(255, Math.max(0, given.distance + longer)),
        bearing: (given.bearing + bent) & 255,
        heading: (given.heading + turned) & 255,
      };
      const visited: number[] = [];
      visitCells(given, (cell) => visited.push(cell));
      expect(visited).toContain(cellOf(like));
      expect(new Set(visited).size).toBe(visited.length);
    }),
  );
});
