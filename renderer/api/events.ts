import { z } from 'zod';
import type { CaptureProgress, KioskStatus } from '#core/api/contract.ts';

/*
 * The core's one event stream. EventSource reconnects by itself; while it is down the listener hears
 * `connected(false)`, so that a screen can say that the kiosk's core has stopped.
 */

const DeviceState = z.enum(['ready', 'busy', 'gone', 'none']);

const Status = z.object({
  scanner: DeviceState,
  printer: z.enum(['idle', 'printing', 'stopped', 'unreachable', 'none']),
  outbox: z.object({ waiting: z.number(), sent: z.number(), parked: z.number() }),
  printerTrouble: z.enum(['media-empty', 'media-jam', 'ribbon-empty', 'cover-open', 'other']).nullable(),
  prints: z.object({ waiting: z.number(), asking: z.number(), unscanned: z.number() }),
  numbers: z.object({ left: z.number(), reserve: z.number(), low: z.boolean() }),
  statusAsOf: z.string().nullable(),
  lastSync: z.object({ at: z.string(), outcome: z.enum(['synced', 'unreachable', 'refused']) }).nullable(),
});

const Capture = z.object({
  stage: z.enum(['waiting', 'finger-seen', 'reading', 'done']),
  fraction: z.number(),
});

export interface EventListeners {
  readonly status: (status: KioskStatus) => void;
  readonly capture: (progress: CaptureProgress) => void;
  readonly connected: (connected: boolean) => void;
}

/** Listens until the returned function is called. Events that do not parse are passed over. */
export function listen(listeners: EventListeners): () => void {
  const source = new EventSource('/api/events');
  source.addEventListener('status', (event: MessageEvent<string>) => {
    const parsed = Status.safeParse(parse(event.data));
    if (parsed.success) listeners.status(parsed.data);
  });
  source.addEventListener('capture', (event: MessageEvent<string>) => {
    const parsed = Capture.safeParse(parse(event.data));
    if (parsed.success) listeners.capture(parsed.data);
  });
  source.addEventListener('open', () => listeners.connected(true));
  source.addEventListener('error', () => listeners.connected(false));
  return () => source.close();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
