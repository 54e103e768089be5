import { CommandRefused } from './session.ts';

const refusedExit = 2;
const bugExit = 70;

/** Prints why a command ended, on standard error, and gives the exit code. */
export function reportFailure(error: unknown, json: boolean): number {
  if (!(error instanceof CommandRefused)) {
    process.stderr.write(`kiosk: ${error instanceof Error ? error.stack : String(error)}\n`);
    return bugExit;
  }
  const { code, sentence, remedy, fields } = error.refusal;
  const at = fields.length > 0 ? ` (${fields.join(', ')})` : '';
  process.stderr.write(
    json ? `${JSON.stringify({ refusal: error.refusal })}\n` : `${code}${at}: ${sentence}\n${remedy}\n`,
  );
  return refusedExit;
}

/** Prints a result: as JSON, or in words. */
export function report(result: unknown, json: boolean | undefined, words: () => string): void {
  process.stdout.write(`${json ? JSON.stringify(result) : words()}\n`);
}
