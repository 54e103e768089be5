import { expect, test } from 'vitest';
import { chooseCardMedia, id1, mediaOfSize } from './media.ts';
import { collections, groupTags, type IppAttribute, numbers, strings } from './message.ts';

const printer = (...attributes: IppAttribute[]) => ({
  code: 0,
  requestId: 1,
  groups: [{ tag: groupTags.printer, attributes }],
  document: new Uint8Array(0),
});
const media = (name: string, ...sizes: [number, number][]) => ({
  name,
  values: sizes.flatMap(([x, y]) => mediaOfSize({ x, y }).values),
});

test('a card is known by its size, whatever the queue calls it', () => {
  expect(
    chooseCardMedia(printer(strings('media-supported', 'keyword', 'iso_a4_210x297mm', 'om_card_54x86mm'))),
  ).toEqual({ x: 5400, y: 8600 });
  expect(
    chooseCardMedia(printer(strings('media-supported', 'keyword', 'custom_cr80_2.125x3.375in', 'CR80'))),
  ).toEqual({ x: 5398, y: 8573 });
});

test('a card that lies sideways is asked for sideways', () => {
  expect(chooseCardMedia(printer(media('media-col-database', [21_000, 29_700], [8560, 5398])))).toEqual({
    x: 8560,
    y: 5398,
  });
});

test('what is loaded goes before what could be', () => {
  const both = printer(media('media-col-database', [5398, 8560]), media('media-col-ready', [5400, 8600]));
  expect(chooseCardMedia(both)).toEqual({ x: 5400, y: 8600 });
});

test('a printer without cards, or with sizes that are ranges, is asked for exact ID-1', () => {
  const ranges = collections('media-col-database', [
    collections('media-size', [
      { name: 'x-dimension', values: [{ type: 'range', low: 1000, high: 30_000 }] },
      numbers('y-dimension', 'integer', 8560),
    ]),
  ]);
  expect(
    chooseCardMedia(
      printer(ranges, strings('media-supported', 'keyword', 'iso_a4_210x297mm', 'oe_business-card_2x3.5in')),
    ),
  ).toEqual(id1);
});
