import { CommandRefused } from '../session.ts';

/* What the demo expected, what happened, and how long it took. */

export interface Entry {
  readonly step: string;
  readonly expected: string;
  readonly happened: string;
  readonly ms: number;
  readonly right: boolean;
}

export interface Journal {
  readonly entries: readonly Entry[];
  /** Runs a step; what it gives, or the code of its refusal, must be what was expected. */
  expect(step: string, expected: string, run: () => Promise<string>): Promise<void>;
  table(): string;
}

export function createJournal(onStep: (step: string) => void): Journal {
  const entries: Entry[] = [];
  return {
    entries,
    async expect(step, expected, run) {
      const start = performance.now();
      const happened = await run().catch((error: unknown) => {
        if (error instanceof CommandRefused) return `refused: ${error.refusal.code}`;
        throw error;
      });
      const ms = Math.round(performance.now() - start);
      entries.push({ step, expected, happened, ms, right: happened === expected });
      onStep(step);
    },
    table: () => tableOf(entries),
  };
}

function tableOf(entries: readonly Entry[]): string {
  const rows = entries.map(({ step, happened, expected, ms, right }) => [
    right ? 'ok' : 'WRONG',
    step,
    right ? happened : `${happened}, expected ${expected}`,
    `${ms} ms`,
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  const wrong = entries.filter(({ right }) => !right).length;
  return [...lines, '', `${entries.length - wrong} right, ${wrong} wrong`].join('\n');
}
