/** One comparison of two pictures of a labelled set, which are named by their places in it. */
export interface Comparison {
  readonly probe: number;
  readonly candidate: number;
  /** Whether both are of one finger or person. */
  readonly genuine: boolean;
  /** Higher = more alike; the engine says in what unit. */
  readonly score: number;
}

/** What error rates are made of. */
export interface Scores {
  readonly genuine: readonly number[];
  readonly impostor: readonly number[];
}

export function scoresOf(comparisons: Iterable<Comparison>): Scores {
  const scores = { genuine: Array.of<number>(), impostor: Array.of<number>() };
  for (const { genuine, score } of comparisons) scores[genuine ? 'genuine' : 'impostor'].push(score);
  return scores;
}

/** The scores of several sets as if of one, for what a single threshold does to all. */
export function poolScores(sets: readonly Scores[]): Scores {
  return {
    genuine: sets.flatMap(({ genuine }) => genuine),
    impostor: sets.flatMap(({ impostor }) => impostor),
  };
}
