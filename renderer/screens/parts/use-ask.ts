import { useCallback, useState } from 'react';
import type { Answer, Failure } from '../../api/answer.ts';

/** Runs one request at a time for a screen and keeps why the last one failed. */
export function useAsk() {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const ask = useCallback(async <T>(request: () => Promise<Answer<T>>, onAnswer: (value: T) => void) => {
    setBusy(true);
    setFailure(null);
    const answer = await request();
    setBusy(false);
    if (answer.outcome === 'answered') onAnswer(answer.value);
    else setFailure(answer);
  }, []);
  const clear = useCallback(() => setFailure(null), []);
  return { ask, busy, failure, clear };
}
