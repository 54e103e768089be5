import { setTimeout as sleep } from 'node:timers/promises';
import type { CaptureOptions, CaptureResult } from '../types.ts';
import { captureImage, confirmations, poorImage, uploadImage } from './commands.ts';
import type { Ef01Module } from './connect.ts';
import { packedSize, sensorDpi, unpackPixels } from './image.ts';

/*
 * One capture: ask for an image until a finger lies there, then have the image sent. The module keeps the image,
 * so a transfer that lost packets is asked for once more before the person is.
 */

const pollMs = 80;
const silencesUntilGone = 2;
const transfers = 2;

type Sighting = 'seen' | 'poor' | 'timed-out' | 'device-gone' | 'cancelled';

/** Takes one print from a connected module. Bounded by `timeoutMs` and the time the wire needs twice. */
export async function takePrint(module: Ef01Module, options: CaptureOptions): Promise<CaptureResult> {
  const sighting = await awaitFinger(module, options);
  if (sighting !== 'seen') return { outcome: sighting };
  options.onFingerSeen?.();
  let result = await fetchImage(module, options);
  for (let sent = 1; sent < transfers && result.outcome === 'incomplete'; sent++)
    result = await fetchImage(module, options);
  return result;
}

async function awaitFinger({ link }: Ef01Module, { timeoutMs, signal }: CaptureOptions): Promise<Sighting> {
  const deadline = performance.now() + timeoutMs;
  for (let silences = 0; silences < silencesUntilGone; ) {
    const reply = await link.ask(captureImage);
    if (reply.outcome === 'gone') return 'device-gone';
    if (signal?.aborted) return 'cancelled';
    if (reply.outcome === 'answered' && reply.code === confirmations.ok) return 'seen';
    if (reply.outcome === 'answered' && poorImage.has(reply.code)) return 'poor';
    silences = reply.outcome === 'silent' ? silences + 1 : 0;
    const left = deadline - performance.now();
    if (left <= 0 && silences === 0) return 'timed-out';
    // An abort ends the pause early; the loop then sees it.
    await sleep(Math.min(pollMs, Math.max(0, left)), undefined, { signal }).catch(() => {});
  }
  return 'device-gone';
}

async function fetchImage(module: Ef01Module, options: CaptureOptions): Promise<CaptureResult> {
  const packed = new Uint8Array(packedSize(module.width, module.height));
  const end = await receiveImage(module, packed, options);
  // Whatever stopped us early, the module may still be sending.
  if (end.outcome !== 'complete') module.link.leaveUnfinished();
  if (end.outcome === 'incomplete') return { ...end, expected: packed.length };
  if (end.outcome !== 'complete') return { outcome: end.outcome };
  const { width, height } = module;
  return { outcome: 'captured', print: { width, height, dpi: sensorDpi, pixels: unpackPixels(packed) } };
}

type Receipt =
  | { readonly outcome: 'complete' | 'device-gone' | 'cancelled' }
  | { readonly outcome: 'incomplete'; readonly received: number };

/** Fills `packed`. The end is the end-of-data packet, not a count; more or fewer bytes than fit are a loss. */
async function receiveImage(
  module: Ef01Module,
  packed: Uint8Array,
  { signal, onProgress }: CaptureOptions,
): Promise<Receipt> {
  const { link } = module;
  const reply = await link.ask(uploadImage);
  if (reply.outcome === 'gone') return { outcome: 'device-gone' };
  let received = 0;
  if (reply.outcome === 'silent' || reply.code !== confirmations.ok)
    return { outcome: 'incomplete', received };
  const deadline = performance.now() + longestTransferMs(module);
  onProgress?.(0);
  while (performance.now() < deadline) {
    const arrival = await link.next(undefined, signal);
    if (arrival.outcome === 'gone') return { outcome: 'device-gone' };
    if (arrival.outcome === 'cancelled') return arrival;
    if (arrival.outcome === 'silent') break;
    const { kind, payload } = arrival.packet;
    if (kind !== 'data' && kind !== 'endOfData') continue;
    if (received + payload.length > packed.length) break;
    packed.set(payload, received);
    received += payload.length;
    onProgress?.(received / packed.length);
    if (kind === 'endOfData')
      return received === packed.length ? { outcome: 'complete' } : { outcome: 'incomplete', received };
  }
  return { outcome: 'incomplete', received };
}

/** Twice what the bytes need at the module's rate (10 bits each, headers a third more at worst), and a second. */
function longestTransferMs({ width, height, baudRate }: Ef01Module): number {
  const wireMs = (packedSize(width, height) * (4 / 3) * 10 * 1000) / baudRate;
  return 2 * wireMs + 1000;
}
