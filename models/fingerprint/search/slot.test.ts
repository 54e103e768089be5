import { describe, expect, test } from 'vitest';
import { minutiaSet } from '../matching/minutia-set.ts';
import { growGallery } from '../synthetic/index.ts';
import { packTemplate, unpackTemplate } from '../template/packed.ts';
import type { FingerprintTemplate } from '../types.ts';
import { createBlock, viewBlock } from './block.ts';
import { clearSlot, readySlot, writeSlot } from './slot.ts';
import { slotSet } from './slot-set.ts';

const templates = growGallery(20, 1);
const crowded: FingerprintTemplate = {
  ...templates[0],
  minutiae: templates.slice(0, 4).flatMap(({ minutiae }) => minutiae),
};
const lonely: FingerprintTemplate = { ...templates[0], minutiae: templates[0].minutiae.slice(0, 3) };

describe('a finger in its slot', () => {
  test('is for the matcher exactly what its template is', () => {
    const view = viewBlock(createBlock(80));
    for (const [slot, template] of [...templates, crowded, lonely].entries()) {
      writeSlot(view, slot, template);
      const unpacked = unpackTemplate(packTemplate(template));
      if (!unpacked) throw new Error('the template did not unpack');
      const { edges, ...rest } = minutiaSet(unpacked);
      const { edges: listed, ...others } = { ...slotSet(view, slot) };
      expect(others).toEqual(rest);
      expect(listed?.count).toBe(edges.count);
      for (const name of ['owner', 'distance', 'bearing', 'heading'] as const)
        expect(listed?.[name].slice(0, edges.count)).toEqual(edges[name].slice(0, edges.count));
    }
  });

  test('leaves no trace when cleared, nor do its neighbours lose any', () => {
    const view = viewBlock(createBlock(80));
    writeSlot(view, 0, templates[0]);
    readySlot(view, 0);
    const before = view.bytes.slice();
    writeSlot(view, 1, templates[1]);
    readySlot(view, 1);
    clearSlot(view, 1);
    expect(view.bytes.every((byte, at) => byte === before[at])).toBe(true);
    expect(readySlot(view, 1)).toBe(0);
    expect(slotSet(view, 1)).toBeNull();
  });
});
