import type { Receipt } from '#sync/packet/index.ts';
import type { CentralClient } from './client.ts';
import type { Outbox, WaitingPacket } from './outbox.ts';

/*
 * One round of sending. Delivery is at least once: a packet stays in the queue until central's signed receipt is
 * settled in the same transaction as what the receipt changes. A packet that alone fails steps aside; several in a
 * row mean that central is in trouble, and the round ends.
 */

const batchLimit = 20;
const batchBytes = 32 * 1024 * 1024;
const failuresInARow = 3;

/** A receipt whose signature, packet and person were checked. */
export type VerifiedReceipt = Receipt;

export interface SyncOptions {
  readonly outbox: Outbox;
  readonly central: CentralClient;
  /** Runs inside the transaction that settles the packet; what it throws leaves the packet waiting. */
  onReceipt(receipt: VerifiedReceipt): void;
  onProgress?(progress: { readonly done: number; readonly waiting: number }): void;
  /** Ends the round after the packet under way was given up; counts as unreachable, but without a back-off. */
  readonly signal?: AbortSignal;
}

export type SyncOutcome =
  | {
      readonly outcome: 'synced';
      readonly accepted: number;
      readonly duplicates: number;
      readonly parked: number;
    }
  | { readonly outcome: 'unreachable' }
  | { readonly outcome: 'refused'; readonly reason: string };

/**
 * Sends what is due, in bounded batches, until nothing is left. Unreachable: no answer, or none that makes sense.
 * Refused: central does not take this device's word, or its receipt was not its own (forged-receipt).
 */
export async function syncOnce(options: SyncOptions): Promise<SyncOutcome> {
  const { outbox, signal } = options;
  const tally = { accepted: 0, duplicates: 0, parked: 0, failures: 0 };
  for (;;) {
    const batch = outbox.next(batchLimit, batchBytes);
    if (batch.length === 0) break;
    for (const packet of batch) {
      if (signal?.aborted) return { outcome: 'unreachable' };
      const ended = await sendOne(options, packet, tally);
      if (ended) return ended;
    }
  }
  const { accepted, duplicates, parked, failures } = tally;
  const nothingWent = failures > 0 && accepted + duplicates + parked === 0;
  return nothingWent ? { outcome: 'unreachable' } : { outcome: 'synced', accepted, duplicates, parked };
}

interface Tally {
  accepted: number;
  duplicates: number;
  parked: number;
  /** In a row. */
  failures: number;
}

/** Sends one packet; how the round ends, or null when it goes on. */
async function sendOne(
  { outbox, central, onReceipt, onProgress, signal }: SyncOptions,
  packet: WaitingPacket,
  tally: Tally,
): Promise<SyncOutcome | null> {
  const sent = await central.send(packet, signal);
  if (sent.outcome === 'refused') return sent;
  if (sent.outcome === 'unreachable') {
    if (!signal?.aborted) outbox.noteLink(false);
    return sent;
  }
  if (sent.outcome === 'not-now') {
    outbox.postpone(packet.id);
    tally.failures += 1;
    if (tally.failures < failuresInARow) return null;
    outbox.noteLink(false);
    return { outcome: 'unreachable' };
  }
  outbox.settle(sent.receipt, () => onReceipt(sent.receipt));
  outbox.noteLink(true);
  tally.failures = 0;
  tally[tallied[sent.receipt.outcome]] += 1;
  onProgress?.({ done: tally.accepted + tally.duplicates + tally.parked, waiting: outbox.counts().waiting });
  return null;
}

const tallied = { accepted: 'accepted', 'duplicate-of': 'duplicates', rejected: 'parked' } as const;
