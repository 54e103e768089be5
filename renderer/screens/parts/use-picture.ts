import { useEffect, useState } from 'react';
import type { Answer } from '../../api/answer.ts';

/** A picture fetched with the session's token, as a URL for `img`; null until it is there or if it is not. */
export function usePicture(load: ((id: string) => Promise<Answer<Blob>>) | null, id: string): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let wanted = true;
    setUrl(null);
    load?.(id).then((answer) => {
      if (!wanted || answer.outcome !== 'answered') return;
      made = URL.createObjectURL(answer.value);
      setUrl(made);
    });
    return () => {
      wanted = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [load, id]);
  return url;
}

/** A picture that is at hand already, as a URL for `img`. */
export function useBlobUrl(blob: Blob | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!blob) return setUrl(null);
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}
