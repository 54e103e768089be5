import type { Parts } from '#core/parts.ts';

/** How often to look whether anything is due, and how old lists may become, ms. */
const lookEvery = 30_000;
const listsEvery = 3_600_000;

/**
 * Syncs by itself: as soon as a packet is due (the outbox keeps its own back-off), so that a card is confirmed while
 * its holder is still there, and every hour for the lists. Gives the end of it.
 */
export function scheduleSync(
  { sync, outbox, events, now }: Pick<Parts, 'sync' | 'outbox' | 'events' | 'now'>,
  onBug: (error: Error) => void,
): () => void {
  let listsAt = now().getTime() + listsEvery;
  const look = () => {
    const at = now().getTime();
    const due = outbox.dueAt();
    if ((due === null || due > at) && listsAt > at) return;
    listsAt = at + listsEvery;
    sync.run().catch(onBug);
  };
  const timer = setInterval(look, lookEvery);
  timer.unref();
  // What has just been committed is due at once.
  events.on('queued', look);
  return () => {
    clearInterval(timer);
    events.off('queued', look);
  };
}
