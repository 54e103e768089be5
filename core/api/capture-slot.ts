/** There is one finger and one screen: one capture runs at a time, and can be cancelled from another request. */
export interface CaptureSlot {
  run<T>(capture: (signal: AbortSignal) => Promise<T>): Promise<T>;
  cancel(): void;
}

/** Starting a capture cancels the one before: its screen has gone. */
export function createCaptureSlot(): CaptureSlot {
  let current: AbortController | null = null;
  return {
    async run(capture) {
      current?.abort();
      const own = new AbortController();
      current = own;
      try {
        return await capture(own.signal);
      } finally {
        if (current === own) current = null;
      }
    },
    cancel: () => current?.abort(),
  };
}
