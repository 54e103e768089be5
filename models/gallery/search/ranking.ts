/** The best rows of a search, in step: the score of each (the cosine, about −1 to 1), best first. */
export interface RankedRows {
  readonly rows: readonly number[];
  readonly scores: readonly number[];
}

export interface Ranking extends RankedRows {
  /** A score must reach this to enter. */
  readonly floor: number;
  /** Takes the row unless it is too low or the owner has a better one. Of equal scores the lower row is better. */
  offer(row: number, owner: number | string, score: number): void;
}

/** Keeps the best row of each of the best `limit` owners. Few offers reach the floor, so a sorted list is quick enough. */
export function createRanking(limit: number): Ranking {
  const rows: number[] = [];
  const scores: number[] = [];
  const owners: (number | string)[] = [];

  const better = (place: number, row: number, score: number) =>
    scores[place] > score || (scores[place] === score && rows[place] < row);
  const drop = (place: number) => {
    for (const list of [rows, scores, owners]) list.splice(place, 1);
  };

  return {
    rows,
    scores,
    get floor() {
      return rows.length < limit ? Number.NEGATIVE_INFINITY : scores[limit - 1];
    },
    offer(row, owner, score) {
      if (rows.length === limit && better(limit - 1, row, score)) return;
      const known = owners.indexOf(owner);
      if (known >= 0) {
        if (better(known, row, score)) return;
        drop(known);
      }
      let place = rows.length;
      while (place > 0 && !better(place - 1, row, score)) place--;
      rows.splice(place, 0, row);
      scores.splice(place, 0, score);
      owners.splice(place, 0, owner);
      if (rows.length > limit) drop(limit);
    },
  };
}
