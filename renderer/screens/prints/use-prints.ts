import { useCallback, useEffect, useState } from 'react';
import type { CardView, PrintJob } from '#core/api/contract.ts';
import type { Answer } from '../../api/answer.ts';
import { cards, prints } from '../../api/kiosk.ts';
import { useKiosk } from '../../kiosk-context.tsx';

/** Something of the core, asked for again whenever the kiosk says that anything has changed. */
function useLive<T>(ask: () => Promise<Answer<T>>) {
  const { status } = useKiosk();
  const [value, setValue] = useState<T | null>(null);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new status, or a wish, is why to ask again
  useEffect(() => {
    let wanted = true;
    ask().then((answer) => {
      if (wanted && answer.outcome === 'answered') setValue(answer.value);
    });
    return () => {
      wanted = false;
    };
  }, [ask, status, asked]);
  return { value, reload: useCallback(() => setAsked((times) => times + 1), []) };
}

/** A card and its place in the print queue, as they stand. */
export function useCardView(number: string): { readonly view: CardView | null; readonly reload: () => void } {
  const { value, reload } = useLive(useCallback(() => cards.view(number), [number]));
  return { view: value?.card.number === number ? value : null, reload };
}

/** The jobs of the print queue, oldest first. */
export function usePrints(): { readonly jobs: readonly PrintJob[]; readonly reload: () => void } {
  const { value, reload } = useLive(prints.open);
  return { jobs: value?.jobs ?? [], reload };
}
