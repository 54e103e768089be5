/** A person brought up by a search; the score is the cosine, -1..1. */
export interface Candidate {
  readonly personId: string;
  readonly score: number;
}

export interface Ranking {
  /** A score must be above this to enter. */
  readonly floor: number;
  offer(personId: string, score: number): void;
  /** Best first, each person once. */
  readonly candidates: Candidate[];
}

/** Keeps the best `limit` people of a stream of scores. Few offers pass the floor, so a sorted list is quick enough. */
export function createRanking(limit: number): Ranking {
  const ranked: Candidate[] = [];
  let floor = limit > 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return {
    get floor() {
      return floor;
    },
    candidates: ranked,
    offer(personId, score) {
      if (score <= floor) return;
      const known = ranked.findIndex((candidate) => candidate.personId === personId);
      if (known >= 0) {
        if (ranked[known].score >= score) return;
        ranked.splice(known, 1);
      }
      const below = ranked.findIndex((candidate) => candidate.score < score);
      ranked.splice(below < 0 ? ranked.length : below, 0, { personId, score });
      if (ranked.length > limit) ranked.pop();
      if (ranked.length === limit) floor = ranked[limit - 1].score;
    },
  };
}
