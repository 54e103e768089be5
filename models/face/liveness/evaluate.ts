/*
 * Liveness measured: whether open and closed eyes can be told apart, and who passes a challenge. For the latter there are no
 * films, so the photos with open eyes are made into heads that move, and held up as photos (`simulator/`).
 */
import { quantile } from '../../evaluation/metrics.ts';
import type { LabelledPhoto } from '../evaluate.ts';
import { backEnds } from '../nets/back-end.ts';
import { openNets } from '../open-nets.ts';
import { listedWeights, packagedWeights } from '../weights.ts';
import type { Movement } from './challenge.ts';
import { observe } from './observe.ts';
import { openMeshNets } from './open-mesh-nets.ts';
import * as actors from './simulator/actors.ts';
import { headIn } from './simulator/head.ts';
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

const steps: readonly Movement[] = ['turn-left', 'blink', 'turn-right'];
const otherOrder: readonly Movement[] = ['turn-right', 'blink', 'turn-left'];

export async function evaluateLiveness(
  photos: readonly LabelledPhoto[],
  { challenges = 0, onProgress }: LivenessEvaluationOptions = {},
): Promise<LivenessEvaluation> {
  const { nets } = await openNets(packagedWeights(), listedWeights, backEnds);
  const meshNets = await openMeshNets(backEnds);
  const times: number[] = [];
  const timed = async (frame: LabelledPhoto['image']) => {
    const begun = performance.now();
    const observation = await observe(nets, meshNets, frame);
    times.push(performance.now() - begun);
    return observation;
  };

  const openness: Record<EyeState, number[]> = { open: [], half: [], closed: [] };
  let notFound = 0;
  for (const [i, { name, image }] of photos.entries()) {
    const seen = await timed(image);
    const state = stateOf(name);
    if (seen.seen !== 'face') notFound++;
    else if (state) openness[state].push(seen.view.openness);
    onProgress?.((i + 1) / photos.length / 2);
  }

  const passed: Record<string, { passed: number; of: number }> = {};
  const sources = photos.filter(({ name }) => (stateOf(name) ?? 'open') === 'open').slice(0, challenges);
  let previous: actors.Actor | null = null;
  for (const [i, { person, image }] of sources.entries()) {
    const head = await headIn(nets, meshNets, image);
    if (!head) continue;
    const closed = photos.find((one) => one.person === person && stateOf(one.name) === 'closed');
    const shut = closed ? await headIn(nets, meshNets, closed.image) : null;
    const alive = () => actors.person(head, shut);
    const played: readonly (readonly [string, actors.Actor | null])[] = [
      ['person', alive()],
      ['photoMovedAsAsked', actors.obedientPhoto(image)],
      ['photoBentAndMoved', actors.obedientPhoto(image, { bent: 90 })],
      ['photoShaken', actors.shakenPhoto(image)],
      ['photosExchanged', closed ? actors.exchangedPhotos(image, closed.image) : null],
      ['recordingInOtherOrder', actors.recording(head, otherOrder)],
      ['anotherPersonHalfWay', previous && actors.relay(alive(), previous)],
      ['filmThatObeys', actors.onScreen(alive())],
    ];
    for (const [name, actor] of played) {
      if (!actor) continue;
      const { outcome } = await play(timed, actor, steps);
      const count = passed[name] ?? { passed: 0, of: 0 };
      passed[name] = { passed: count.passed + (outcome === 'passed' ? 1 : 0), of: count.of + 1 };
    }
    previous = alive();
    onProgress?.(0.5 + (i + 1) / sources.length / 2);
  }

  return {
    images: photos.length,
    people: new Set(photos.map(({ person }) => person)).size,
    notFound,
    openness: { open: spread(openness.open), half: spread(openness.half), closed: spread(openness.closed) },
    aucOpenClosed: areaUnderCurve(openness.open, openness.closed),
    aucOpenHalf: areaUnderCurve(openness.open, openness.half),
    passed,
    observeMs: { median: quantile(times, 0.5), p95: quantile(times, 0.95) },
  };
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
