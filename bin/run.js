import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const signalExitBase = 128;

/**
 * Runs a program with this one's terminal, passes signals on to it, and gives its exit code (128 + the
 * signal's number when a signal ended it, as shells do).
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, options) {
  const child = spawn(program, args, { stdio: 'inherit', ...options });
  const stopPassing = passSignals(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve(code ?? signalExitBase + (signal ? constants.signals[signal] : 0)),
    );
  }).finally(stopPassing);
}

/** @param {import('node:child_process').ChildProcess} child */
function passSignals(child) {
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    // Ctrl+C reaches the child from the terminal itself; a second one would read as "now, at once".
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  return () => {
    for (const signal of signals) process.off(signal, pass);
  };
}
