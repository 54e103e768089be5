import { useEffect, useState } from 'react';
import type { DraftView } from '#core/api/contract.ts';
import type { Answer } from '../../api/answer.ts';
import { enrolments } from '../../api/kiosk.ts';

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

/** The portrait of the person whose enrolment is under way; null without a photo. */
export function useDraftPortrait({ id, face }: DraftView): string | null {
  return usePicture(face?.state === 'captured' ? enrolments.portrait : null, id);
}
