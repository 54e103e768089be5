/** What every fingerprint scanner is to the kiosk, whatever its wire. Expected failures are outcomes, never throws. */

/** One impression: 8-bit grey, row-major from the top left, 0 = black ridge. `dpi` is the sensor's own. */
export interface CapturedPrint {
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  readonly pixels: Uint8Array;
}

export type ScannerStatus = 'ready' | 'busy' | 'gone';

/**
 * How a capture ended. `poor`: the sensor itself refused the image. `incomplete`: part of the image was lost on
 * the way, in bytes of the wire. `timed-out`: no finger came in time. `device-gone`: unplugged or no longer
 * answering. `busy`: another capture is running, or another program holds the port.
 */
export type CaptureResult =
  | { readonly outcome: 'captured'; readonly print: CapturedPrint }
  | { readonly outcome: 'poor' }
  | { readonly outcome: 'incomplete'; readonly received: number; readonly expected: number }
  | { readonly outcome: 'timed-out' }
  | { readonly outcome: 'device-gone' }
  | { readonly outcome: 'busy' }
  | { readonly outcome: 'cancelled' };

export interface CaptureOptions {
  /** How long to wait for a finger, ms. Moving the image afterwards has its own bound. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** Share of the image received, 0 to 1. Starts again at 0 when the image has to be sent twice. */
  readonly onProgress?: (fraction: number) => void;
  /** Called once, when the sensor has the image and the finger may be lifted. */
  readonly onFingerSeen?: () => void;
}

export interface FingerprintScanner {
  readonly model: string;
  readonly status: () => ScannerStatus;
  /** Calls `listener` at each change of status; the returned function ends that. */
  onStatus(listener: (status: ScannerStatus) => void): () => void;
  capture(options: CaptureOptions): Promise<CaptureResult>;
  close(): Promise<void>;
}
