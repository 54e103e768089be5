/** A window on a kiosk that this process serves. */
export interface OpenWindow {
  /** Settles when the person closed the window, or after `close()`. */
  readonly closed: Promise<void>;
  close(): void;
}
