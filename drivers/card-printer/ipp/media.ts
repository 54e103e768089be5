import {
  collections,
  type IppAttribute,
  type IppMessage,
  numberOf,
  numbers,
  stringsOf,
  valuesIn,
  valuesOf,
} from './message.ts';

/*
 * Which of the printer's media is an ID-1 card. Names differ (CUPS has no ID-1 of its own, a queue may say
 * om_card_54x86mm, CR80 or custom_…), so media are told by their dimensions: ±1 mm, either way round. All in
 * hundredths of a millimetre, as IPP's media-size has them.
 */

export interface MediaSize {
  readonly x: number;
  readonly y: number;
}

export const id1: MediaSize = { x: 5398, y: 8560 };
const tolerance = 100;
const perUnit = { mm: 100, in: 2540 } as const;

/** The printer's own size nearest to a card, loaded media first; exact ID-1 where it lists none like it. */
export function chooseCardMedia(printer: IppMessage): MediaSize {
  for (const source of ['media-col-ready', 'media-col-database']) {
    const size = nearest(
      valuesOf(printer, source).flatMap((value) =>
        value.type === 'collection' ? sizeIn(value.members) : [],
      ),
    );
    if (size) return size;
  }
  return nearest(stringsOf(valuesOf(printer, 'media-supported')).flatMap(sizeInName)) ?? id1;
}

/** `media-col` that asks for media of this size. */
export const mediaOfSize = ({ x, y }: MediaSize): IppAttribute =>
  collections('media-col', [
    collections('media-size', [numbers('x-dimension', 'integer', x), numbers('y-dimension', 'integer', y)]),
  ]);

function nearest(sizes: readonly MediaSize[]): MediaSize | null {
  const fitting = sizes.filter((size) => distance(size) <= tolerance);
  return fitting.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** Larger of the two sides' differences from ID-1, turned if that fits better. */
function distance({ x, y }: MediaSize): number {
  const [short, long] = [Math.min(x, y), Math.max(x, y)];
  return Math.max(Math.abs(short - id1.x), Math.abs(long - id1.y));
}

function sizeIn(media: readonly IppAttribute[]): MediaSize[] {
  const [size] = valuesIn(media, 'media-size');
  if (size?.type !== 'collection') return [];
  const x = numberOf(valuesIn(size.members, 'x-dimension'));
  const y = numberOf(valuesIn(size.members, 'y-dimension'));
  return x === null || y === null ? [] : [{ x, y }];
}

/** Size at the end of a self-describing media name, such as `iso_id-1_53.98x85.6mm` (PWG 5101.1). */
function sizeInName(name: string): MediaSize[] {
  const [, width, height, unit] = /_(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(mm|in)$/.exec(name) ?? [];
  if (unit !== 'mm' && unit !== 'in') return [];
  return [{ x: Math.round(Number(width) * perUnit[unit]), y: Math.round(Number(height) * perUnit[unit]) }];
}
