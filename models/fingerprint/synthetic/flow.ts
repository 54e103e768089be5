import { between, type Random } from './random.ts';
import { smoothNoise } from './smooth-noise.ts';

/*
 * The flow of ridges by the zero-pole model (Sherlock and Monro 1993): around a core (zero) direction turns half a turn
 * one way, around a delta (pole) the other. Arches have neither and follow a formula. Every finger bends its flow a
 * little in its own way.
 */

export type Pattern = 'arch' | 'left-loop' | 'right-loop' | 'whorl';

export interface Flow {
  readonly pattern: Pattern;
  /** Ridge angle in radians at a place in pixels, y down; modulo π. */
  readonly angle: (x: number, y: number) => number;
  /** In pixels; none of an arch. */
  readonly cores: readonly Point[];
  readonly deltas: readonly Point[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How often each pattern occurs (Wilson, Candela and Watson 1994, tented arches among the arches). */
const archShare = 0.066;
const leftLoopShare = 0.338;
const rightLoopShare = 0.317;

/** How far the legs of a loop, which fan out in the plain model, are laid side by side (after Vizcaya and Gerhardt 1996). */
const legParallelism = 0.55;

const wobble = 0.24;
const wobbleScale = 85;

export function chooseFlow(random: Random, width: number, height: number): Flow {
  const pattern = choosePattern(random);
  const bend = smoothNoise(random, width, height, wobbleScale);
  const { angle, cores, deltas } =
    pattern === 'arch' ? arch(random, width, height) : zeroPole(random, pattern, width, height);
  return { pattern, angle: (x, y) => angle(x, y) + wobble * bend(x, y), cores, deltas };
}

function choosePattern(random: Random): Pattern {
  const draw = random();
  if (draw < archShare) return 'arch';
  if (draw < archShare + leftLoopShare) return 'left-loop';
  return draw < archShare + leftLoopShare + rightLoopShare ? 'right-loop' : 'whorl';
}

/** Ridges that rise towards the middle and fall again, most so a little below the centre. */
function arch(random: Random, width: number, height: number): Omit<Flow, 'pattern'> {
  const steepness = between(random, 0.9, 1.6);
  const middle = width * between(random, 0.45, 0.55);
  const crest = height * between(random, 0.5, 0.6);
  const angle = (x: number, y: number) => {
    const across = Math.sin(Math.PI * Math.max(-1, Math.min(1, (x - middle) / (0.5 * width))));
    const down = Math.exp(-(((y - crest) / (0.33 * height)) ** 2));
    return Math.atan(steepness * across * down);
  };
  return { angle, cores: [], deltas: [] };
}

function zeroPole(
  random: Random,
  pattern: Exclude<Pattern, 'arch'>,
  width: number,
  height: number,
): Omit<Flow, 'pattern'> {
  const { cores, deltas } = singularPoints(random, pattern, width, height);
  // Angles are summed with y up and given with y down.
  const angleFrom = (point: Point, x: number, y: number) => Math.atan2(point.y - y, x - point.x);
  const turn = (points: readonly Point[], x: number, y: number) =>
    points.reduce((sum, point) => sum + angleFrom(point, x, y), 0);
  const [core] = cores;
  const opening = -angleFrom(deltas[0], core.x, core.y);
  const legs = pattern === 'whorl' ? 0 : legParallelism;
  const angle = (x: number, y: number) => {
    const straightened = legs * Math.sin(angleFrom(core, x, y) - opening);
    return -(turn(cores, x, y) - turn(deltas, x, y) - straightened) / 2;
  };
  return { angle, cores, deltas };
}

function singularPoints(
  random: Random,
  pattern: Exclude<Pattern, 'arch'>,
  width: number,
  height: number,
): { cores: Point[]; deltas: Point[] } {
  const core = { x: width * between(random, 0.42, 0.58), y: height * between(random, 0.37, 0.52) };
  const delta = (side: 1 | -1): Point => ({
    x: core.x + side * width * between(random, 0.16, 0.32),
    y: core.y + height * between(random, 0.26, 0.44),
  });
  if (pattern === 'left-loop') return { cores: [core], deltas: [delta(1)] };
  if (pattern === 'right-loop') return { cores: [core], deltas: [delta(-1)] };
  const second = {
    x: core.x + between(random, -16, 16),
    y: core.y + between(random, 18, 60),
  };
  return { cores: [core, second], deltas: [delta(-1), delta(1)] };
}
