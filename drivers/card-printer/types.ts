/** What every card printer is to the kiosk. Expected failures are outcomes, never throws. */

export interface CardJob {
  /** Seen in the printer's queue and as a file name: say which card, never whose. No two prints share one. */
  readonly name: string;
  /** One page of exactly ID-1 size (85.60 × 53.98 mm), either way round. */
  readonly pdf: Uint8Array;
}

export type StopReason = 'media-empty' | 'media-jam' | 'ribbon-empty' | 'cover-open' | 'other';

/**
 * How a print ended. `printed`: the printer says so; only scanning the card back proves it. `stopped`: the job is
 * ended at the printer too, so printing again makes no second card. `busy`: others' jobs for too long, nothing
 * printed. `unreachable`: nothing was sent. `refused`: the IPP status (0x0400 and up) or HTTP status (below).
 * `unknown`: sent, but its end was not seen: never print again without asking.
 */
export type PrintResult =
  | { readonly outcome: 'printed' }
  | { readonly outcome: 'stopped'; readonly reason: StopReason }
  | { readonly outcome: 'busy' }
  | { readonly outcome: 'unreachable' }
  | { readonly outcome: 'refused'; readonly status: number }
  | { readonly outcome: 'disk-full' }
  | { readonly outcome: 'unknown' };

/** `reason` is why it stopped; null in every other state. */
export interface PrinterStatus {
  readonly state: 'idle' | 'printing' | 'stopped' | 'unreachable';
  readonly reason: StopReason | null;
}

export interface PrintOptions {
  /** Ends the job at the printer; the result says whether that was in time. */
  readonly signal?: AbortSignal;
  /** Ends the watching alone: the job goes on at the printer, and the result is `unknown` until it is recalled. */
  readonly unwatch?: AbortSignal;
  /** Told when the printer holds the job for a reason of its own, and goes on with it once that is mended; then null. */
  readonly onHeld?: (reason: StopReason | null) => void;
  /** How long to see the job through, ms. */
  readonly timeoutMs?: number;
}

export interface CardPrinter {
  readonly name: string;
  print(job: CardJob, options?: PrintOptions): Promise<PrintResult>;
  /**
   * What became of a job of this name that was perhaps sent: by a kiosk that died meanwhile, or to a printer that
   * did. Sees one that still runs to its end. `unknown`: the printer remembers no such job, which proves nothing;
   * `unreachable`: it cannot be asked now. Prints nothing.
   */
  recall(name: string, options?: PrintOptions): Promise<PrintResult>;
  status(): Promise<PrinterStatus>;
  close(): Promise<void>;
}
