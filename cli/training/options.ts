import type { SetOptions } from '../labelled-sets.ts';

export interface TrainOptions extends SetOptions {
  readonly output?: string;
}

/** Families of sets that a training must have: what one teaches is tried on another. */
export const leastFamilies = 2;
