import { encodePacket, type Packet, PacketDecoder } from './packet.ts';
import type { ByteDuplex } from './transport.ts';

/*
 * The conversation with one module. The line is half duplex and a reply does not name its command, so one
 * command runs at a time, and after anything unfinished the line must fall quiet before the next.
 */

export type Arrival =
  | { readonly outcome: 'packet'; readonly packet: Packet }
  | { readonly outcome: 'silent' }
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'cancelled' };

export type Reply =
  | { readonly outcome: 'answered'; readonly code: number; readonly body: Uint8Array }
  | { readonly outcome: 'silent' }
  | { readonly outcome: 'gone' };

/** Longest pause inside a conversation before it counts as silence. */
export const silenceMs = 1000;
const quietMs = 60;
/** A full image at 9600 baud takes 40 s; a line chattering on after that is no module's. */
const longestChatterMs = 45_000;

export class Ef01Link {
  readonly #duplex: ByteDuplex;
  readonly #decoder = new PacketDecoder();
  #packets: Packet[] = [];
  #closed = false;
  #lastByteAt = 0;
  #unsettled = false;
  #wake: ((arrival: Arrival) => void) | undefined;

  constructor(duplex: ByteDuplex) {
    this.#duplex = duplex;
    duplex.onData((bytes) => this.#take(bytes));
    duplex.onClose(() => {
      this.#closed = true;
      this.#wake?.({ outcome: 'gone' });
    });
  }

  /** Sends a command and waits for its acknowledgement. `silent` after `timeoutMs` without one. */
  async ask(command: Uint8Array, timeoutMs = silenceMs): Promise<Reply> {
    await this.#settle();
    if (this.#closed) return { outcome: 'gone' };
    this.#duplex.write(encodePacket('command', command));
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const arrival = await this.next(Math.max(1, deadline - performance.now()));
      if (arrival.outcome === 'gone') return { outcome: 'gone' };
      if (arrival.outcome !== 'packet') break;
      const { kind, payload } = arrival.packet;
      if (kind === 'ack' && payload.length > 0)
        return { outcome: 'answered', code: payload[0], body: payload.subarray(1) };
    }
    this.#unsettled = true;
    return { outcome: 'silent' };
  }

  /** The next sound packet, `silent` when none came for `timeoutMs`. */
  async next(timeoutMs = silenceMs, signal?: AbortSignal): Promise<Arrival> {
    const packet = this.#packets.shift();
    if (packet) return { outcome: 'packet', packet };
    if (this.#closed) return { outcome: 'gone' };
    if (signal?.aborted) return { outcome: 'cancelled' };
    const { promise, resolve } = Promise.withResolvers<Arrival>();
    const timer = setTimeout(resolve, timeoutMs, { outcome: 'silent' });
    const cancel = () => resolve({ outcome: 'cancelled' });
    signal?.addEventListener('abort', cancel);
    this.#wake = resolve;
    try {
      return await promise;
    } finally {
      this.#wake = undefined;
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** Says that data may still be coming: the next command will wait for the line to fall quiet. */
  leaveUnfinished(): void {
    this.#unsettled = true;
  }

  get closed(): boolean {
    return this.#closed;
  }

  onClose(listener: () => void): void {
    this.#duplex.onClose(listener);
  }

  setBaud(baudRate: number): Promise<boolean> {
    return this.#duplex.setBaud(baudRate);
  }

  close(): Promise<void> {
    return this.#duplex.close();
  }

  #take(bytes: Uint8Array): void {
    this.#lastByteAt = performance.now();
    this.#packets.push(...this.#decoder.push(bytes));
    if (!this.#wake) return;
    const packet = this.#packets.shift();
    if (packet) this.#wake({ outcome: 'packet', packet });
  }

  async #settle(): Promise<void> {
    if (this.#unsettled) {
      const limit = performance.now() + longestChatterMs;
      while (!this.#closed && performance.now() < Math.min(limit, this.#lastByteAt + quietMs))
        await new Promise((resolve) => setTimeout(resolve, quietMs));
    }
    this.#unsettled = false;
    this.#packets = [];
    this.#decoder.reset();
  }
}
