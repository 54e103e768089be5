import type { ExtractionRefusal, GreyImage } from '../types.ts';
import type { Print } from './advice.ts';
import { cleanUp } from './clean-up.ts';
import { enhance } from './enhancement.ts';
import { estimateSpacing } from './frequency.ts';
import { cell } from './grid.ts';
import { prepareImage } from './image.ts';
import { type Measures, measure } from './measures.ts';
import { findMinutiae, type RawMinutia } from './minutiae.ts';
import { normalise } from './normalise.ts';
import { estimateOrientation } from './orientation.ts';
import type { Plane } from './plane.ts';
import { hasLightRidges } from './polarity.ts';
import { typicalSpacing } from './resolution.ts';
import { depthInMask, fineMask, ridgeCorrelation, roughMask, strongContrast } from './segmentation.ts';
import { findSingularPoints, type RawSingularPoint } from './singular-points.ts';
import { skeletonOf } from './skeleton.ts';
import { refuseMinutiae, refusePrint } from './verdict.ts';

/* The stages of extraction in their order, from the image to all that is found in it. */

/** Most minutiae kept, the best first; ISO/IEC 19794-2 holds 255, a good finger shows 30 to 100. */
const mostMinutiae = 80;
/** Rough cells below which there is nothing to look at. */
const leastCells = 200;

export interface Analysis {
  readonly outcome: 'analysed';
  /** The surest first. */
  readonly minutiae: readonly RawMinutia[];
  readonly singularPoints: readonly RawSingularPoint[];
  readonly measures: Measures;
  /** At 500 dpi, ridges dark. */
  readonly print: Print;
}

export type Refusal = { readonly outcome: 'refused'; readonly reason: ExtractionRefusal };

const refuse = (reason: ExtractionRefusal): Refusal => ({ outcome: 'refused', reason });

/** @throws RangeError when the pixel count does not fit the image's size. */
export function analyse(image: GreyImage): Analysis | Refusal {
  const grey = prepareImage(image);
  if (typeof grey === 'string') return refuse(grey);

  const normalised = normalise(grey);
  const { ridges, share } = normalised;
  const contrast = strongContrast(normalised);
  const rough = roughMask(normalised, contrast);
  if (countSet(rough) < leastCells) return refuse('blank');

  // Direction and spacing from the image, then once more direction from what they enhanced.
  const firstField = estimateOrientation(ridges);
  const { period, rhythm } = estimateSpacing(ridges, firstField, rough);
  const firstPass = enhance(ridges, firstField, period, rough);
  const field = estimateOrientation(firstPass);
  const enhanced = enhance(ridges, field, period, rough);

  const reliability = ridgeCorrelation(ridges, enhanced);
  const mask = fineMask(rough, reliability);
  const depth = depthInMask(mask, reliability.width);
  const spacing = typicalSpacing(ridges, firstField, mask.includes(1) ? mask : rough);
  const { coherence } = firstField;
  const measures = measure({ rough, mask, depth, reliability, coherence, field, rhythm, contrast, spacing });
  const refusal = refusePrint(measures);
  if (refusal) return refuse(refusal);

  const turned = hasLightRidges({ grey, enhanced, mask, rough, share });
  const dark = turned ? { grey: inverted(grey, 255), enhanced: inverted(enhanced, 0) } : { grey, enhanced };
  const { width, height } = enhanced;
  const skeleton = skeletonOf(width, height, binarise(dark.enhanced, mask));
  cleanUp(skeleton, field);
  const minutiae = findMinutiae({ skeleton, enhanced: dark.enhanced, field, reliability, depth })
    .sort((a, b) => b.quality - a.quality)
    .slice(0, mostMinutiae);
  const tooFew = refuseMinutiae(minutiae.length, measures);
  if (tooFew) return refuse(tooFew);
  return {
    outcome: 'analysed',
    minutiae,
    singularPoints: findSingularPoints({ field, mask, depth }),
    measures,
    print: { grey: dark.grey, mask, gridWidth: reliability.width },
  };
}

function inverted({ width, height, data }: Plane, sum: number): Plane {
  return { width, height, data: data.map((value) => sum - value) };
}

const countSet = (mask: Uint8Array) => mask.reduce((sum, set) => sum + set, 0);

/** 1 on ridges within the print. */
function binarise({ width, height, data }: Plane, mask: Uint8Array): Uint8Array {
  const ridges = new Uint8Array(data.length);
  const gridWidth = width / cell;
  for (let y = 0; y < height; y++)
    for (let gx = 0, at = y * width; gx < gridWidth; gx++, at += cell) {
      if (!mask[(y >> 2) * gridWidth + gx]) continue;
      for (let i = at; i < at + cell; i++) if (data[i] > 0) ridges[i] = 1;
    }
  return ridges;
}
