import { spawn } from 'node:child_process';
import { styleText } from 'node:util';
import { root } from '../places.js';
import { run } from '../run.js';
import { type Check, nodeArgs } from './checks.ts';

/** How a check ended. */
export interface Outcome {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
}

/** Runs a check with its output shown as it comes. */
export async function runShown(check: Check): Promise<Outcome> {
  console.log(`\n— ${check.name} —`);
  const begun = performance.now();
  const code = await run(process.execPath, nodeArgs(check), { cwd: root });
  return { name: check.name, passed: code === 0, seconds: secondsSince(begun) };
}

/** Runs a check and shows its output when it has ended, so that checks side by side do not mix theirs. */
export function runQuietly(check: Check): Promise<Outcome> {
  const begun = performance.now();
  const child = spawn(process.execPath, nodeArgs(check), { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      console.log(`\n— ${check.name} —`);
      process.stdout.write(Buffer.concat(output));
      resolve({ name: check.name, passed: code === 0, seconds: secondsSince(begun) });
    });
  });
}

/** Prints one line a check: passed or failed, and its seconds. */
export function printSummary(outcomes: readonly Outcome[]): void {
  const width = Math.max(...outcomes.map(({ name }) => name.length));
  console.log('\n— summary —');
  for (const { name, passed, seconds } of outcomes) {
    const verdict = passed ? styleText('green', 'passed') : styleText('red', 'FAILED');
    console.log(`${verdict}  ${name.padEnd(width)}  ${seconds.toFixed(1).padStart(6)} s`);
  }
}

function secondsSince(begun: number): number {
  return (performance.now() - begun) / 1000;
}
