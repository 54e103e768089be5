import { useEffect, useEffectEvent } from 'react';
import { createWedge } from './wedge.ts';

/** Hears a keyboard-wedge scanner wherever the focus is, except in a text box, which takes the code itself. */
export function useWedge(onScan: (code: string) => void): void {
  const scanned = useEffectEvent(onScan);
  useEffect(() => {
    const feed = createWedge();
    const hear = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLInputElement && event.target.type !== 'radio') return;
      const fed = feed(event.key, event.timeStamp);
      if (fed.outcome === 'passed') return;
      event.preventDefault();
      event.stopPropagation();
      if (fed.outcome === 'scanned') scanned(fed.code);
    };
    document.addEventListener('keydown', hear, { capture: true });
    return () => document.removeEventListener('keydown', hear, { capture: true });
  }, []);
}
