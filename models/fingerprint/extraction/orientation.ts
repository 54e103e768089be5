import { tensor } from '../kernels/kernels.ts';
import { cell, gridOf } from './grid.ts';
import { gaussianBlur, type Plane } from './plane.ts';

/*
 * Ridge direction from the smoothed structure tensor (Kass and Witkin 1987; Bigün and Granlund 1987): the gradients of
 * a window vote with their doubled angle, so that opposite flanks of a ridge agree. The length of the mean vote over
 * the mean energy is the coherence, 1 where all gradients are parallel. Weak regions borrow direction from coherent
 * neighbours by normalised averaging.
 */

export interface OrientationField {
  /** Per cell, unit vector of the doubled ridge angle (y down). */
  readonly cos: Plane;
  readonly sin: Plane;
  /** Per cell, 0..1. */
  readonly coherence: Plane;
}

/** Window and borrowing scale, in cells (of 4 pixels). */
const tensorSigma = 1.9;
const borrowSigma = 3.2;
/** Coherence at which a cell trusts itself as much as its neighbourhood. */
const selfTrust = 0.45;
const tiny = 1e-9;

export function estimateOrientation(ridges: Plane): OrientationField {
  const { width, height } = gridOf(ridges);
  const [difference, cross, energy] = tensor(ridges).map((data) =>
    gaussianBlur({ width, height, data }, tensorSigma),
  );
  const coherence = gridOf(ridges);
  // The ridge runs across the gradient: its doubled angle is the opposite vector.
  for (let i = 0; i < energy.data.length; i++) {
    const length = Math.sqrt(difference.data[i] ** 2 + cross.data[i] ** 2);
    coherence.data[i] = length / (energy.data[i] + tiny);
    difference.data[i] *= -coherence.data[i] / (length + tiny);
    cross.data[i] *= -coherence.data[i] / (length + tiny);
  }
  return regularise(difference, cross, coherence);
}

/** Votes, already of length coherence, mixed with those of the wider neighbourhood where coherence is low. */
function regularise(cos: Plane, sin: Plane, coherence: Plane): OrientationField {
  const wideCos = gaussianBlur(cos, borrowSigma);
  const wideSin = gaussianBlur(sin, borrowSigma);
  for (let i = 0; i < cos.data.length; i++) {
    const own = coherence.data[i] / (coherence.data[i] + selfTrust);
    const c = own * cos.data[i] + (1 - own) * wideCos.data[i];
    const s = own * sin.data[i] + (1 - own) * wideSin.data[i];
    const length = Math.sqrt(c * c + s * s) + tiny;
    cos.data[i] = c / length;
    sin.data[i] = s / length;
  }
  return { cos, sin, coherence };
}

/** Ridge angle of a pixel in [0, π), y down, from its cell and the three nearest. */
export function orientationAt(field: OrientationField, x: number, y: number): number {
  const { width, height } = field.cos;
  const gx = Math.min(Math.max((x + 0.5) / cell - 0.5, 0), width - 1.001);
  const gy = Math.min(Math.max((y + 0.5) / cell - 0.5, 0), height - 1.001);
  const left = Math.floor(gx);
  const top = Math.floor(gy);
  const fx = gx - left;
  const fy = gy - top;
  const i = top * width + left;
  const mix = (data: Float32Array) =>
    (data[i] * (1 - fx) + data[i + 1] * fx) * (1 - fy) +
    (data[i + width] * (1 - fx) + data[i + width + 1] * fx) * fy;
  const angle = Math.atan2(mix(field.sin.data), mix(field.cos.data)) / 2;
  return angle < 0 ? angle + Math.PI : angle;
}
