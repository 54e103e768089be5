import { fingerPositions } from '#core/api/contract.ts';
import type { GreyImage } from '#models/fingerprint/index.ts';
import { growFinger, impress, type SyntheticFinger } from '#models/fingerprint/synthetic/index.ts';
import type { FingerPosition } from '#sync/packet/person.ts';
import type { DemoPerson } from './people.ts';

/* Synthetic fingers of the demo people, grown when they are first needed. No real print is in the product. */

const grown = new Map<number, SyntheticFinger>();
const fingersAPerson = 100;

/** One touch of one finger; another `touch` is another impression of the same finger. */
export function touchOf({ seed }: DemoPerson, position: FingerPosition, touch: number): GreyImage {
  const fingerSeed = seed * fingersAPerson + fingerPositions[position];
  const finger = grown.get(fingerSeed) ?? growFinger(fingerSeed);
  grown.set(fingerSeed, finger);
  return impress(finger, { seed: fingerSeed * fingersAPerson + touch });
}
