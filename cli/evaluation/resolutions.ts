import { refuse } from '#core/index.ts';
import { refusedBy } from '../session.ts';

/**
 * The resolution of each folder from `500`, for all, or `500,512,508`, one each. Throws CommandRefused for anything
 * else.
 */
export function resolutionsOf(given: string, folders: number): number[] {
  const texts = given.split(',');
  if (!texts.every((text) => /^[1-9]\d{2,3}$/.test(text)))
    throw refusedBy(refuse('invalid-request', ['--dpi']));
  const numbers = texts.map(Number);
  if (numbers.length === 1) return Array.from({ length: folders }, () => numbers[0]);
  if (numbers.length === folders) return numbers;
  throw refusedBy(refuse('invalid-request', [`--dpi: ${numbers.length}, folders: ${folders}`]));
}
