import { fingerprintEngineId } from '../template/engine-id.ts';
import { positionUnits } from '../template/units.ts';
import type { FingerprintTemplate, SingularPoint } from '../types.ts';
import { coreDeltaType, readCoreDelta } from './core-delta.ts';
import type { FingerView, MinutiaRecord } from './record.ts';
import type { InterchangePrint } from './to-record.ts';
import { angleFromByte, qualityFromByte, scaleFrom } from './units.ts';

const mostSingularPoints = 4;
/** Pixels at 500 dpi a template can address. */
const mostTemplatePixels = 2047;

interface TooLarge {
  readonly outcome: 'refused';
  readonly reason: 'too-large';
}

export type TemplateMaking = { readonly outcome: 'made'; readonly template: FingerprintTemplate } | TooLarge;
export type PrintsMaking =
  | { readonly outcome: 'made'; readonly prints: readonly InterchangePrint[] }
  | TooLarge;

/** All the views of a record as `toTemplate` makes them, in their order; what `toRecord` takes. */
export function toPrints(record: MinutiaRecord): PrintsMaking {
  const prints: InterchangePrint[] = [];
  for (const view of record.views) {
    const made = toTemplate(record, view);
    if (made.outcome === 'refused') return made;
    prints.push({ template: made.template, position: view.position, impression: view.impression });
  }
  return { outcome: 'made', prints };
}

/**
 * The template of a view of the record, scaled to 500 dpi from the record's resolution; it carries our engine id, for
 * any minutiae can be compared. `other` minutiae become endings, the surest come first, and of the extended data only
 * cores and deltas with an angle are taken. Refused when the image is larger than a template can address.
 */
export function toTemplate(record: MinutiaRecord, view: FingerView): TemplateMaking {
  const scaleX = scaleFrom(record.resolutionX);
  const scaleY = scaleFrom(record.resolutionY);
  const width = Math.max(1, Math.round(record.width * scaleX));
  const height = Math.max(1, Math.round(record.height * scaleY));
  if (width > mostTemplatePixels || height > mostTemplatePixels)
    return { outcome: 'refused', reason: 'too-large' };
  const place = ({ x, y }: { readonly x: number; readonly y: number }) => ({
    x: positionUnits.round(x * scaleX),
    y: positionUnits.round(y * scaleY),
  });
  const minutiae = view.minutiae.map((minutia) => ({
    ...place(minutia),
    angle: angleFromByte(minutia.angle, record.standard),
    kind: minutia.type === 'bifurcation' ? minutia.type : ('ending' as const),
    quality: qualityFromByte(minutia.quality),
  }));
  return {
    outcome: 'made',
    template: {
      engine: fingerprintEngineId,
      minutiae: minutiae.sort((a, b) => b.quality - a.quality),
      singularPoints: singularPointsOf(record, view)
        .map((point) => ({ ...point, ...place(point) }))
        .slice(0, mostSingularPoints),
      width,
      height,
      quality: view.quality,
    },
  };
}

/** Cores and deltas within the image, cores first; none from a block that is not laid out as the standard says. */
function singularPointsOf(record: MinutiaRecord, view: FingerView): SingularPoint[] {
  const points = view.extended
    .filter(({ type }) => type === coreDeltaType)
    .flatMap(({ data }) => readCoreDelta(data, record.standard) ?? [])
    .filter(({ x, y }) => x < record.width && y < record.height);
  return [...points.filter(({ kind }) => kind === 'core'), ...points.filter(({ kind }) => kind === 'delta')];
}
