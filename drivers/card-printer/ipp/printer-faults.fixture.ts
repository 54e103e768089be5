import { onTestFinished } from 'vitest';
import { openIppPrinter } from './printer.ts';
import { type IppSimulatorOptions, startIppSimulator } from './simulator.ts';

export const card = { name: 'card-1', pdf: new TextEncoder().encode('%PDF-1.7 a card') };

/** Hurried, so that tests need not wait as an operator would. */
export const hurried = { pollMs: 5, retryMs: 5, busyMs: 60, lostMs: 100 };

/** A simulated printer and the driver at it, both closed when the test ends. */
export async function printerAtHand(options?: IppSimulatorOptions) {
  const simulator = await startIppSimulator(options);
  onTestFinished(() => simulator.close());
  return { simulator, printer: openIppPrinter(simulator.uri, hurried) };
}
