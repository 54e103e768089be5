/*
 * What a second and a third picture in a template are worth. Of everybody with more pictures than go into a template, one is
 * made of the first, of the first two, and so on; all are compared with the same probes: the person's remaining pictures,
 * and all pictures of everybody else. The pictures are taken in order from up to eight beginnings, so that few
 * people with many pictures do not decide alone. Besides: how often the engine takes the pictures of one person for
 * different people, and how often it lets a stranger's pass among them.
 */
import { falseMatchRate, falseNonMatchRate } from '../evaluation/at-threshold.ts';
import { quantile } from '../evaluation/metrics.ts';
import { consolidate, type Taken } from './consolidate.ts';
import type { FaceEngine } from './engine.ts';
import type { LabelledPhoto } from './evaluate.ts';
import { cosine } from './scores.ts';

/** Rates are fractions. */
export interface EnrollingFigures {
  /** Pictures in a template. */
  readonly photos: number;
  readonly genuine: number;
  readonly impostor: number;
  readonly tarAtFar1e2: number;
  readonly tarAtFar1e3: number;
  readonly tarAtFar1e4: number;
  /** The cosines of these three points. */
  readonly thresholds: readonly number[];
  /** At the engine's threshold of a candidate. */
  readonly candidate: { readonly fmr: number; readonly tar: number };
  /** Of groups of pictures of one person, those refused as of different people. */
  readonly refused: number;
  /** Of groups in which the last picture is a stranger's, those not refused; null where there is no group. */
  readonly strangersPassed: number | null;
}

type Template = Taken & { readonly person: string };

const BEGINNINGS = 8;

/** @param most pictures in the largest template; only people with more of them count as genuine */
export async function evaluateEnrolling(
  engine: FaceEngine,
  images: Iterable<LabelledPhoto>,
  most: number,
  onEmbedded: () => void = () => undefined,
): Promise<{ readonly people: number; readonly figures: readonly EnrollingFigures[] }> {
  const templates: Template[] = [];
  for (const { person, image } of images) {
    const templating = await engine.embed(image, { lenient: true });
    onEmbedded();
    if (templating.outcome !== 'embedded') continue;
    templates.push({ person, vector: templating.vector, quality: templating.quality.score });
  }
  const people = Map.groupBy(templates, ({ person }) => person);
  const many = [...people.values()].filter(({ length }) => length > most);
  const counts = Array.from({ length: most }, (_, i) => i + 1);
  const figures = counts.map((photos) =>
    figuresOf(engine.thresholds.candidate, templates, many, photos, most),
  );
  return { people: many.length, figures };
}

function figuresOf(
  candidate: number,
  all: readonly Template[],
  many: readonly (readonly Template[])[],
  photos: number,
  most: number,
): EnrollingFigures {
  const genuine: number[] = [];
  const impostor: number[] = [];
  const count = { groups: 0, refused: 0, foreign: 0, passed: 0 };
  for (const own of many) {
    for (let begin = 0; begin < Math.min(own.length, BEGINNINGS); begin++) {
      const turned = [...own.slice(begin), ...own.slice(0, begin)];
      const group = turned.slice(0, photos);
      const probes = turned.slice(most);
      const whole = consolidate(group, Number.NEGATIVE_INFINITY);
      if (whole.outcome !== 'consolidated') throw new Error('a group without a threshold is never refused');
      const score = ({ vector }: Template) => cosine(whole.vector, vector);
      genuine.push(...probes.map(score));
      count.groups++;
      if (isRefused(group, candidate)) count.refused++;
      for (const other of all) {
        if (other.person === own[0].person) continue;
        impostor.push(score(other));
        if (photos < 2) continue;
        count.foreign++;
        if (!isRefused([...group.slice(1), other], candidate)) count.passed++;
      }
    }
  }
  const thresholds = [0.01, 0.001, 0.0001].map((far) => quantile(impostor, 1 - far));
  const [tarAtFar1e2, tarAtFar1e3, tarAtFar1e4] = thresholds.map((at) => 1 - falseNonMatchRate(genuine, at));
  return {
    photos,
    genuine: genuine.length,
    impostor: impostor.length,
    tarAtFar1e2,
    tarAtFar1e3,
    tarAtFar1e4,
    thresholds,
    candidate: { fmr: falseMatchRate(impostor, candidate), tar: 1 - falseNonMatchRate(genuine, candidate) },
    refused: count.refused / count.groups,
    strangersPassed: photos > 1 ? count.passed / count.foreign : null,
  };
}

function isRefused(group: readonly Taken[], samePerson: number): boolean {
  return consolidate(group, samePerson).outcome === 'different-people';
}
