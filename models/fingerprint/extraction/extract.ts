import { fingerprintEngineId } from '../template/engine-id.ts';
import { angleUnits, positionUnits, qualityUnits } from '../template/units.ts';
import type { Extraction, GreyImage, Minutia, SingularPoint } from '../types.ts';
import { advise } from './advice.ts';
import { type Analysis, analyse } from './analysis.ts';
import type { RawMinutia } from './minutiae.ts';
import { margin } from './normalise.ts';
import { qualityFeatures, rateQuality } from './quality.ts';
import type { RawSingularPoint } from './singular-points.ts';

/**
 * Minutiae template of one finger, or why the image holds none. White ridges on black are turned round where the empty
 * glass shows it. Pure; the time grows with the pixels, which are bounded.
 * @throws RangeError when the pixel count does not fit the image's size.
 */
export function extract(image: GreyImage): Extraction {
  const analysis = analyse(image);
  return analysis.outcome === 'refused' ? analysis : templateOf(analysis);
}

/** What extraction publishes of a print that was analysed. */
export function templateOf(analysis: Analysis): Extract<Extraction, { outcome: 'extracted' }> {
  const { measures, print } = analysis;
  const quality = rateQuality(qualityFeatures(analysis));
  return {
    outcome: 'extracted',
    template: {
      engine: fingerprintEngineId,
      minutiae: analysis.minutiae.map(published),
      singularPoints: analysis.singularPoints.map(publishedSingular),
      width: print.grey.width,
      height: print.grey.height,
      quality,
    },
    quality,
    advice: advise(print, measures.area, quality),
  };
}

/** Without the margin, y up for the angle, and in the units the packed form holds exactly. */
function published({ x, y, angle, kind, quality }: RawMinutia): Minutia {
  return {
    x: positionUnits.round(x - margin),
    y: positionUnits.round(y - margin),
    angle: angleUnits.round(-angle),
    kind,
    quality: qualityUnits.round(quality),
  };
}

function publishedSingular({ kind, x, y, angle }: RawSingularPoint): SingularPoint {
  return {
    kind,
    x: positionUnits.round(x - margin),
    y: positionUnits.round(y - margin),
    angle: angleUnits.round(-angle),
  };
}
