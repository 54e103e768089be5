/** Numbers in [0, 1), the same row for the same seed. */
export type Random = () => number;

/** Mulberry32 (T. Ettinger 2017): one 32-bit state, passes the usual tests, plenty for pictures. */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One seed from two, so that (1, 2) and (2, 1) start different rows. */
export function mixSeeds(a: number, b: number): number {
  const first = randomFrom(a)() * 4294967296;
  return Math.imul(first ^ b, 0x9e3779b1) ^ (b >>> 3);
}

export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

/** Standard normal, near enough: the sum of twelve uniform numbers less their mean. */
export function normal(random: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}
