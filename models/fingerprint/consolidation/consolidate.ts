import { thresholds } from '../matching/calibration.ts';
import { matchFingerprints } from '../matching/match.ts';
import type { FingerprintTemplate } from '../types.ts';
import { likenessOf } from './likeness.ts';
import { extendMosaic, type Mosaic, startMosaic } from './mosaic.ts';

/*
 * Several impressions of one finger made into one stronger template (after Jiang and Ser 2002, and the mosaics of Jain
 * and Ross 2002): it shows more skin than any of them, noise that only one shows is gone, and it costs a search no more
 * than one. The best impression is the ground; the others are laid over it, the likest first.
 */

export type Consolidation =
  | {
      readonly outcome: 'consolidated';
      readonly template: FingerprintTemplate;
      /** Places of the impressions that went into it: all, the ground first. */
      readonly used: readonly number[];
    }
  | {
      readonly outcome: 'refused';
      readonly reason: 'not-the-same-finger';
      /** Places of the impressions that are unlike all others: of another finger, or too poor to tell. */
      readonly strangers: readonly number[];
    };

/** From this many decibels on, an impression is taken for one of the same finger. */
const sameFinger = thresholds.candidate;
/** Beyond it, more likeness makes no better ground. */
const enoughLikeness = 200;

/**
 * One template of all impressions, at most 80 minutiae. Quality is that of the best; a single template is returned as it
 * is. Refused when not all are alike, directly or through others, by at least 25 dB; about one foreign finger in 300
 * passes each comparison.
 * @throws RangeError when there is no template.
 */
export function consolidate(templates: readonly FingerprintTemplate[]): Consolidation {
  if (templates.length === 0) throw new RangeError('nothing to consolidate');
  const ground = chooseGround(templates);
  if (templates.length === 1) return { outcome: 'consolidated', template: templates[ground], used: [ground] };
  const used = [ground];
  const left = new Set(templates.keys());
  left.delete(ground);
  let mosaic = startMosaic(templates[ground]);
  while (left.size > 0) {
    const next = addLikest(mosaic, templates, used, left);
    if (!next) return { outcome: 'refused', reason: 'not-the-same-finger', strangers: [...left] };
    mosaic = next.mosaic;
    used.push(next.added);
    left.delete(next.added);
  }
  return { outcome: 'consolidated', template: likenessOf(mosaic).template, used };
}

/** The impression of best quality and most like the others. */
function chooseGround(templates: readonly FingerprintTemplate[]): number {
  const worth = templates.map((template) =>
    templates.reduce(
      (sum, other) =>
        other === template ? sum : sum + Math.min(enoughLikeness, matchFingerprints(other, template)),
      1,
    ),
  );
  const merits = templates.map(({ quality }, at) => (quality + 1) * worth[at]);
  return merits.indexOf(Math.max(...merits));
}

/** The mosaic with the likest of those left, unless none is alike. */
function addLikest(
  mosaic: Mosaic,
  templates: readonly FingerprintTemplate[],
  used: readonly number[],
  left: ReadonlySet<number>,
): { readonly mosaic: Mosaic; readonly added: number } | null {
  const likeness = likenessOf(mosaic);
  const known = [likeness.template, ...used.map((at) => templates[at])];
  const ranked = [...left]
    .map((at) => ({ at, score: Math.max(...known.map((one) => matchFingerprints(templates[at], one))) }))
    .filter(({ score }) => score >= sameFinger)
    .sort((a, b) => b.score - a.score);
  for (const { at } of ranked) {
    const extended = extendMosaic(mosaic, likeness, templates[at]);
    if (extended) return { mosaic: extended, added: at };
  }
  return null;
}
