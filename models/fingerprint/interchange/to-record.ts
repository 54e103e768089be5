import type { FingerprintTemplate } from '../types.ts';
import { lengthFieldFor } from './ansi-378.ts';
import { coreDeltaType, writeCoreDelta } from './core-delta.ts';
import { findFault } from './fault.ts';
import type {
  ExtendedBlock,
  FingerView,
  InterchangeStandard,
  MinutiaRecord,
  RecordMinutia,
  RecordRefused,
} from './record.ts';
import { angleByte, qualityByte, templateResolution } from './units.ts';

/** One finger's template and what a record says about it. */
export interface InterchangePrint {
  readonly template: FingerprintTemplate;
  /** Finger code, 0..10 as in a `FingerView`. */
  readonly position: number;
  /** Impression code as in a `FingerView`; 0, a live plain print, when left out. */
  readonly impression?: number;
}

export interface RecordOptions {
  readonly standard: InterchangeStandard;
  /** Device certified to Appendix F; false when left out. */
  readonly certified?: boolean;
  /** Vendor's device id, 12 bits; 0 when left out. */
  readonly device?: number;
  /** CBEFF product identifier, written in ANSI records only; `unknownProduct` when left out. */
  readonly product?: { readonly owner: number; readonly type: number };
}

/** IBIA's owner number for a vendor that is not told. */
export const unknownProduct = { owner: 0x0103, type: 0 } as const;

export type RecordMaking = { readonly outcome: 'made'; readonly record: MinutiaRecord } | RecordRefused;

const mostMinutiae = 255;

/**
 * A record of the prints, in their order; prints of one finger become its views 0, 1 and so on, at most 16. The image
 * size is the largest of theirs, resolution 197 pixels a centimetre. Positions are rounded to whole pixels, angles to
 * the standard's unit; minutiae beyond 255, the weakest, are left out. Refused when there is no print or a value does
 * not fit the standard.
 */
export function toRecord(prints: readonly InterchangePrint[], options: RecordOptions): RecordMaking {
  const { standard, product = unknownProduct } = options;
  const seen = new Map<number, number>();
  const views = prints.map((print) => {
    const view = seen.get(print.position) ?? 0;
    seen.set(print.position, view + 1);
    return toView(print, view, standard);
  });
  const capture = {
    certified: options.certified ?? false,
    reservedCompliance: 0,
    device: options.device ?? 0,
    width: Math.max(0, ...prints.map(({ template }) => template.width)),
    height: Math.max(0, ...prints.map(({ template }) => template.height)),
    resolutionX: templateResolution,
    resolutionY: templateResolution,
    reserved: 0,
    views,
  };
  const record: MinutiaRecord =
    standard === 'iso-19794-2-2005'
      ? { standard, ...capture }
      : {
          standard,
          productOwner: product.owner,
          productType: product.type,
          lengthField: lengthFieldFor(views),
          ...capture,
        };
  const fault = prints.length === 0 ? 'bad-view-count' : findFault(record);
  return fault ? { outcome: 'refused', reason: fault } : { outcome: 'made', record };
}

function toView(
  { template, position, impression = 0 }: InterchangePrint,
  view: number,
  standard: InterchangeStandard,
): FingerView {
  return {
    position,
    view,
    impression,
    quality: Math.round(template.quality),
    minutiae: template.minutiae.slice(0, mostMinutiae).map(
      (minutia): RecordMinutia => ({
        type: minutia.kind,
        x: wholePixel(minutia.x, template.width),
        y: wholePixel(minutia.y, template.height),
        angle: angleByte(minutia.angle, standard),
        quality: qualityByte(minutia.quality),
        reserved: 0,
      }),
    ),
    extended: toExtended(template, standard),
    extendedLengths: standard === 'iso-19794-2-2005' ? 'of-data' : 'of-block',
  };
}

function toExtended(template: FingerprintTemplate, standard: InterchangeStandard): ExtendedBlock[] {
  if (template.singularPoints.length === 0) return [];
  const points = template.singularPoints.map((point) => ({
    ...point,
    x: wholePixel(point.x, template.width),
    y: wholePixel(point.y, template.height),
  }));
  return [{ type: coreDeltaType, data: writeCoreDelta(points, standard) }];
}

const wholePixel = (pixels: number, size: number) => Math.max(0, Math.min(size - 1, Math.round(pixels)));
