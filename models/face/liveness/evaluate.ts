/*
 * Liveness measured: whether open and closed eyes can be told apart, and who passes a challenge. For the latter there are no
 * films, so the photos with open eyes are made into heads that move, and held up as photos (`simulator/`).
 */
import { quantile } from '../../evaluation/metrics.ts';
import type { LabelledPhoto } from '../evaluate.ts';
import type { RgbImage } from '../image.ts';
import { backEnds } from '../nets/back-end.ts';
import { openNets } from '../open-nets.ts';
import { listedWeights, packagedWeights } from '../weights.ts';
import type { Movement } from './challenge.ts';
import { type Observation, observe } from './observe.ts';
import { openMeshNets } from './open-mesh-nets.ts';
import {
  type Actor,
  exchangedPhotos,
  obedientPhoto,
  onScreen,
  person,
  recording,
  relay,
  shakenPhoto,
} from './simulator/actors.ts';
import { type Head, headIn } from './simulator/head.ts';
import { play } from './simulator/play.ts';

export interface LivenessEvaluation {
  readonly images: number;
  readonly people: number;
  readonly notFound: number;
  /** Openness of the eyes, smallest, median and largest; for files named `<person>_open`, `_half` and `_closed`. */
  readonly openness: Readonly<Record<EyeState, Spread | null>>;
  /** Share of the pairs of an open and a closed picture in which the open one is more open; ties count half. */
  readonly aucOpenClosed: number;
  readonly aucOpenHalf: number;
  /** How many challenges each kind of actor passed, of how many. */
  readonly passed: Readonly<Record<string, { readonly passed: number; readonly of: number }>>;
  /** One frame of a challenge, one thread, ms. */
  readonly observeMs: { readonly median: number; readonly p95: number };
}

interface Spread {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

type EyeState = 'open' | 'half' | 'closed';

export interface LivenessEvaluationOptions {
  /** Challenges are played for so many people; 0 unless told. */
  readonly challenges?: number;
  /** Told after each picture and each challenge: 0..1. */
  readonly onProgress?: (fraction: number) => void;
}

type Observe = (frame: RgbImage) => Promise<Observation>;

export async function evaluateLiveness(
  photos: readonly LabelledPhoto[],
  { challenges = 0, onProgress }: LivenessEvaluationOptions = {},
): Promise<LivenessEvaluation> {
  const { nets } = await openNets(packagedWeights(), listedWeights, backEnds);
  const meshNets = await openMeshNets(backEnds);
  const times: number[] = [];
  const timed: Observe = async (frame) => {
    const begun = performance.now();
    const observation = await observe(nets, meshNets, frame);
    times.push(performance.now() - begun);
    return observation;
  };
  const headOf = (photo: RgbImage) => headIn(nets, meshNets, photo);
  const eyes = await judgeEyes(timed, photos, (fraction) => onProgress?.(fraction / 2));
  const passed = await playAll(timed, await castOf(photos, challenges, headOf), (fraction) =>
    onProgress?.((1 + fraction) / 2),
  );
  return {
    images: photos.length,
    people: new Set(photos.map(({ person }) => person)).size,
    ...eyes,
    passed,
    observeMs: { median: quantile(times, 0.5), p95: quantile(times, 0.95) },
  };
}

async function judgeEyes(
  observed: Observe,
  photos: readonly LabelledPhoto[],
  onProgress: (fraction: number) => void,
) {
  const openness: Record<EyeState, number[]> = { open: [], half: [], closed: [] };
  let notFound = 0;
  for (const [i, { name, image }] of photos.entries()) {
    const seen = await observed(image);
    const state = stateOf(name);
    if (seen.seen !== 'face') notFound++;
    else if (state) openness[state].push(seen.view.openness);
    onProgress((i + 1) / photos.length);
  }
  const { open, half, closed } = openness;
  return {
    notFound,
    openness: { open: spread(open), half: spread(half), closed: spread(closed) },
    aucOpenClosed: areaUnderCurve(open, closed),
    aucOpenHalf: areaUnderCurve(open, half),
  };
}

interface Played {
  readonly name: string;
  /** An actor is good for one challenge. */
  readonly actor: Actor;
}

/** Who comes before the camera: for each person of the photos, and for what is held up in their place. */
async function castOf(
  photos: readonly LabelledPhoto[],
  people: number,
  headOf: (photo: RgbImage) => Promise<Head | null>,
): Promise<Played[]> {
  const cast: Played[] = [];
  let previous: Head | null = null;
  for (const { person: who, image } of photos.filter(hasOpenEyes).slice(0, people)) {
    const head = await headOf(image);
    if (!head) continue;
    const closed = photos.find(({ person, name }) => person === who && stateOf(name) === 'closed');
    const shut = closed ? await headOf(closed.image) : null;
    cast.push(
      { name: 'person', actor: person(head, shut) },
      { name: 'photoMovedAsAsked', actor: obedientPhoto(image) },
      { name: 'photoBentAndMoved', actor: obedientPhoto(image, { bent: 90 }) },
      { name: 'photoShaken', actor: shakenPhoto(image) },
      { name: 'recordingInOtherOrder', actor: recording(head, otherOrder) },
      { name: 'filmThatObeys', actor: onScreen(person(head, shut)) },
    );
    if (closed) cast.push({ name: 'photosExchanged', actor: exchangedPhotos(image, closed.image) });
    if (previous)
      cast.push({ name: 'anotherPersonHalfWay', actor: relay(person(head, shut), person(previous)) });
    previous = head;
  }
  return cast;
}

const steps: readonly Movement[] = ['turn-left', 'blink', 'turn-right'];
const otherOrder: readonly Movement[] = ['turn-right', 'blink', 'turn-left'];

async function playAll(
  observed: Observe,
  cast: readonly Played[],
  onProgress: (fraction: number) => void,
): Promise<LivenessEvaluation['passed']> {
  const counts: Record<string, { passed: number; of: number }> = {};
  for (const [i, { name, actor }] of cast.entries()) {
    const { outcome } = await play(observed, actor, steps);
    const { passed, of } = counts[name] ?? { passed: 0, of: 0 };
    counts[name] = { passed: passed + (outcome === 'passed' ? 1 : 0), of: of + 1 };
    onProgress((i + 1) / cast.length);
  }
  return counts;
}

/** Of pictures that do not say it, the eyes are taken to be open. */
function hasOpenEyes({ name }: LabelledPhoto): boolean {
  return (stateOf(name) ?? 'open') === 'open';
}

function stateOf(name: string): EyeState | null {
  const state = /_(?<state>open|half|closed)\.\w+$/.exec(name)?.groups?.state;
  return state === 'open' || state === 'half' || state === 'closed' ? state : null;
}

function spread(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  return { least: Math.min(...values), median: quantile(values, 0.5), most: Math.max(...values) };
}

/** NaN where either is empty. */
function areaUnderCurve(higher: readonly number[], lower: readonly number[]): number {
  const wins = higher.flatMap((one) => lower.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)));
  return wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
}
