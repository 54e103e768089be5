import { onTestFinished } from 'vitest';
import type { CapturedPrint } from '../types.ts';
import { drawnPrint } from './drawn-print.fixture.ts';
import { type Ef01Options, openEf01Scanner } from './scanner.ts';
import { type Ef01SimulatorOptions, startEf01Simulator } from './simulator.ts';

type Finger = CapturedPrint | 'smudge' | null;

/** A simulated module with a finger on it and the driver at its line, both closed when the test ends. */
export async function scannerAtHand(
  simulated: Partial<Ef01SimulatorOptions> = {},
  options: Partial<Ef01Options> = {},
) {
  let finger: Finger = drawnPrint();
  const simulator = await startEf01Simulator({ nextPrint: () => finger, ...simulated });
  onTestFinished(() => simulator.close());
  const scanner = await openEf01Scanner({ path: simulator.path, ...options });
  onTestFinished(() => scanner.close());
  const place = (next: Finger) => {
    finger = next;
  };
  return { simulator, scanner, place };
}

export const patience = { timeoutMs: 2000 };
