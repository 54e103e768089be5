import { writeSync } from 'node:fs';

/** How long to let the host read before trying a full line again, ms. */
const fullLineMs = 1;

/**
 * Writes to the master of a pty. Node's own stream spins on a full pty instead of waiting, and a host in the same
 * process would then never read; so what the line does not take is kept, and tried again a little later.
 */
export class MasterWriter {
  readonly #fd: number;
  #waiting: Uint8Array[] = [];
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  /** `fd` must be non-blocking and stay open until `end`. */
  constructor(fd: number) {
    this.#fd = fd;
  }

  send(bytes: Uint8Array): void {
    if (this.#ended) return;
    this.#waiting.push(bytes);
    if (!this.#timer) this.#flush();
  }

  /** Forgets what was not yet taken and writes no more. */
  end(): void {
    this.#ended = true;
    this.#waiting = [];
    clearTimeout(this.#timer);
  }

  #flush(): void {
    this.#timer = undefined;
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const taken = writeSome(this.#fd, next);
      if (taken < next.length) {
        this.#waiting[0] = next.subarray(taken);
        this.#timer = setTimeout(() => this.#flush(), fullLineMs);
        return;
      }
      this.#waiting.shift();
    }
  }
}

/** Bytes taken; 0 where the line is full or already hung up. */
function writeSome(fd: number, bytes: Uint8Array): number {
  try {
    return writeSync(fd, bytes);
  } catch {
    return 0;
  }
}
