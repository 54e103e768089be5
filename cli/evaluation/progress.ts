import { SingleBar } from 'cli-progress';

export interface Progress {
  /** Which step now runs, and how much of it is done: 0..1. */
  show(step: number, fraction: number): void;
  stop(): void;
}

/** A bar on standard error over steps of equal weight; nothing when silent, or when nobody watches a terminal. */
export function openProgress(steps: readonly string[], silent: boolean | undefined): Progress {
  if (silent || !process.stderr.isTTY) return { show: () => {}, stop: () => {} };
  const bar = new SingleBar({
    format: '{bar} {percentage}% {step}',
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  bar.start(steps.length, 0, { step: steps[0] });
  return {
    show: (step, fraction) => bar.update(step + fraction, { step: steps[step] }),
    stop: () => bar.stop(),
  };
}
