import { enhance } from '../extraction/enhancement.ts';
import { cell, gridOf } from '../extraction/grid.ts';
import { margin } from '../extraction/normalise.ts';
import type { OrientationField } from '../extraction/orientation.ts';
import { emptyPlane, type Plane } from '../extraction/plane.ts';
import { chooseFlow, type Flow, type Pattern, type Point } from './flow.ts';
import { between, normal, type Random, randomFrom } from './random.ts';
import { smoothNoise } from './smooth-noise.ts';

/*
 * A finger that nobody has (after SFinGe, Cappelli, Maio and Maltoni 2002): random noise, filtered again and again along
 * the flow of the ridges and at their spacing, orders itself into ridges. Where neighbouring ridges do not fit, minutiae
 * appear by themselves. The filters are those of extraction.
 */

/** A master print at 500 dpi; impressions are taken from it. */
export interface SyntheticFinger {
  readonly seed: number;
  readonly pattern: Pattern;
  /** Where the flow turns back on itself, and where three flows meet, in pixels of the master print. */
  readonly cores: readonly Point[];
  readonly deltas: readonly Point[];
  readonly width: number;
  readonly height: number;
  /** Row-major, −1 the middle of a valley to 1 the middle of a ridge. */
  readonly ridges: Float32Array;
}

/** About 18 × 23 mm of skin. */
const fingerWidth = 360;
const fingerHeight = 452;
/** Rounds of filtering: more make ridges cleaner and minutiae rarer. */
const rounds = 8;
/** How strongly each round is driven back to full ridges and valleys. */
const drive = 3;
/** Spacing of an adult's ridges in pixels, its spread between fingers and its change within one. */
const meanPeriod = 9.1;
const periodSpread = 0.75;
const periodChange = 0.13;
const periodScale = 90;

/** Grows the finger of a seed: the same seed gives the same finger. Takes some tenths of a second. */
export function growFinger(seed: number): SyntheticFinger {
  const random = randomFrom(seed);
  const width = fingerWidth + 2 * margin;
  const height = fingerHeight + 2 * margin;
  const flow = chooseFlow(random, width, height);
  let ridges = emptyPlane(width, height);
  const field = sampleFlow(flow, ridges);
  const period = choosePeriods(random, ridges);
  const everywhere = new Uint8Array(period.data.length).fill(1);
  for (let i = 0; i < ridges.data.length; i++) ridges.data[i] = normal(random);
  for (let round = 0; round < rounds; round++) {
    ridges = enhance(ridges, field, period, everywhere);
    const strength = Math.sqrt(
      ridges.data.reduce((sum, value) => sum + value * value, 0) / ridges.data.length,
    );
    for (let i = 0; i < ridges.data.length; i++)
      ridges.data[i] = Math.tanh((drive * ridges.data[i]) / (strength + 1e-9));
  }
  return {
    seed,
    pattern: flow.pattern,
    cores: flow.cores.map(inMaster),
    deltas: flow.deltas.map(inMaster),
    width: fingerWidth,
    height: fingerHeight,
    ridges: withoutMargin(ridges),
  };
}

function sampleFlow({ angle }: Flow, plane: Plane): OrientationField {
  const cos = gridOf(plane);
  const sin = gridOf(plane);
  const coherence = gridOf(plane);
  coherence.data.fill(1);
  for (let at = 0; at < cos.data.length; at++) {
    const x = ((at % cos.width) + 0.5) * cell;
    const y = (Math.floor(at / cos.width) + 0.5) * cell;
    const doubled = 2 * angle(x, y);
    cos.data[at] = Math.cos(doubled);
    sin.data[at] = Math.sin(doubled);
  }
  return { cos, sin, coherence };
}

function choosePeriods(random: Random, plane: Plane): Plane {
  const base = meanPeriod + periodSpread * normal(random);
  const change = smoothNoise(random, plane.width, plane.height, periodScale);
  // Ridges lie a little farther apart towards the joint.
  const towardsJoint = between(random, 0, 0.12);
  const period = gridOf(plane);
  for (let at = 0; at < period.data.length; at++) {
    const x = (at % period.width) * cell;
    const y = Math.floor(at / period.width) * cell;
    period.data[at] = base * (1 + periodChange * change(x, y) + towardsJoint * (y / plane.height - 0.4));
  }
  return period;
}

const inMaster = ({ x, y }: Point): Point => ({ x: x - margin, y: y - margin });

function withoutMargin({ width, data }: Plane): Float32Array {
  const ridges = new Float32Array(fingerWidth * fingerHeight);
  for (let y = 0; y < fingerHeight; y++) {
    const from = (y + margin) * width + margin;
    ridges.set(data.subarray(from, from + fingerWidth), y * fingerWidth);
  }
  return ridges;
}
