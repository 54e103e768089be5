import { availableParallelism } from 'node:os';
import { report } from '../report.ts';

/*
 * What a bench measures. Times and rates come with a ratio to a reference workload of the same run (a copy of memory, a
 * fixed sum), because absolutes say as much about the machine as about the code.
 */

export interface Figure {
  readonly what: string;
  readonly value: number;
  /** As it is written behind the value: `ms`, `/s`, `bytes`, `%`. */
  readonly unit: string;
  /** How many times the reference workload; absent for what no machine changes. */
  readonly ratio?: number;
  /** The reference workload in words. */
  readonly to?: string;
}

const rounds = 7;

/** The median time of several runs, one after the other, after one that is not counted. */
export async function medianMs(run: () => unknown): Promise<number> {
  await run();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
}

/** Prints figures: as JSON with the cores of the machine, or one a line. */
export function reportFigures(figures: readonly Figure[], json: boolean | undefined): void {
  report({ cores: availableParallelism(), figures }, json, () => figures.map(line).join('\n'));
}

function line({ what, value, unit, ratio, to }: Figure): string {
  const measured = `${what}: ${value.toLocaleString('en', { maximumSignificantDigits: 3 })} ${unit}`;
  return ratio === undefined ? measured : `${measured}, ${ratio.toFixed(1)} times ${to}`;
}
