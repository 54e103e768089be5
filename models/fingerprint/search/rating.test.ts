import { describe, expect, test } from 'vitest';
import { minutiaSet } from '../matching/minutia-set.ts';
import { growGallery, touchAgain } from '../synthetic/index.ts';
import type { FingerprintTemplate } from '../types.ts';
import { createBlock, slotsPerBlock, viewBlock } from './block.ts';
import { rateSlot } from './plain-rating.ts';
import { tabulateProbe } from './probe-table.ts';
import { rateBlock } from './rating.ts';
import { clearSlot, writeSlot } from './slot.ts';

const fingers = growGallery(200, 8);
/** So many minutiae along one line, all alike, that cells and votes overflow. */
const comb: FingerprintTemplate = {
  ...fingers[0],
  minutiae: Array.from({ length: 80 }, (_, i) => ({ ...fingers[0].minutiae[0], x: 5 * i, y: 40, angle: 0 })),
};

function blockOf(templates: readonly FingerprintTemplate[]) {
  const view = viewBlock(createBlock(80));
  for (const [slot, template] of templates.entries()) writeSlot(view, slot, template);
  return view;
}

const tableOf = (template: FingerprintTemplate) => tabulateProbe(minutiaSet(template));

describe('the rating of every finger', () => {
  test('by the kernel is that of plain TypeScript, whichever probe comes next', () => {
    const view = blockOf([...fingers, comb]);
    clearSlot(view, 17);
    for (const template of [touchAgain(fingers[3], 1), comb, fingers[9], touchAgain(fingers[9], 2)]) {
      const table = tableOf(template);
      const plain = Array.from({ length: slotsPerBlock }, (_, slot) => rateSlot(table, view, slot));
      expect([...rateBlock(table, view)]).toEqual(plain);
    }
  });

  test('is highest for the same finger, and 0 where there is none', () => {
    const view = blockOf(fingers);
    clearSlot(view, 17);
    for (const finger of [3, 40, 111]) {
      const ratings = rateBlock(tableOf(touchAgain(fingers[finger], 1)), view);
      expect(ratings.indexOf(Math.max(...ratings))).toBe(finger);
      expect(ratings[17]).toBe(0);
      expect(ratings.slice(0, 17).every((rating) => rating > 0)).toBe(true);
      expect(ratings.slice(fingers.length).every((rating) => rating === 0)).toBe(true);
    }
  });

  test('is less for a finger laid on upside down, but still more than for strangers', () => {
    const view = blockOf(fingers);
    const upright = fingers[40];
    const turned = {
      ...upright,
      minutiae: upright.minutiae.map((minutia) => ({
        ...minutia,
        x: upright.width - minutia.x,
        y: upright.height - minutia.y,
        angle: (minutia.angle + Math.PI) % (2 * Math.PI),
      })),
    };
    const ratings = rateBlock(tableOf(turned), view);
    expect(ratings.indexOf(Math.max(...ratings))).toBe(40);
    expect(ratings[40]).toBeLessThan(rateBlock(tableOf(upright), view)[40]);
  });
});
