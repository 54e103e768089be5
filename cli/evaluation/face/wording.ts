import type { Interval } from '#models/evaluation/index.ts';
import type { FaceGroup } from '#models/face/index.ts';

/* Numbers as a reader of the report needs them: two digits, never more sure than they are. */

export function countOf(count: number): string {
  return count.toLocaleString('en');
}

/** 0.0036 → `0.36 %`. */
export function percent(rate: number): string {
  return Number.isNaN(rate) ? '-' : `${figure(rate)} %`;
}

/** `0.1 to 2.3 %`. */
export function rangeOf({ low, high }: Interval): string {
  return `${figure(low)} to ${figure(high)} %`;
}

function figure(rate: number): string {
  const hundred = 100 * rate;
  // What lies below a millionth is nothing.
  return hundred < 1e-4 ? '0' : String(Number(hundred.toPrecision(2)));
}

/** 0.001 → `1 in 1,000`. */
export function oneIn(rate: number): string {
  return `1 in ${countOf(Math.round(1 / rate))}`;
}

/** A threshold that may be rounded up without losing what it keeps. */
export function upward(threshold: number): string {
  return (Math.ceil(threshold * 1e4) / 1e4).toFixed(4);
}

/** `face_eth`, `east_asian` → `face eth: east asian`. */
export function groupName({ by, name }: Pick<FaceGroup, 'by' | 'name'>): string {
  return by === 'all' ? name : `${spaced(by)}: ${spaced(name)}`;
}

/** For a sentence: `“east asian” (face eth)`. */
export function quoted({ by, name }: Pick<FaceGroup, 'by' | 'name'>): string {
  return by === 'all' ? name : `“${spaced(name)}” (${spaced(by)})`;
}

export function spaced(name: string): string {
  return name.replaceAll('_', ' ');
}
