import type { CaptureOptions, CaptureResult, FingerprintScanner, ScannerStatus } from '../types.ts';
import { takePrint } from './capture.ts';
import {
  type ConnectOptions,
  connectEf01,
  type Ef01Module,
  type ScannerFault,
  unnamedModel,
} from './connect.ts';
import { type OpenTransport, openTransport } from './transport.ts';

export interface Ef01Options extends ConnectOptions {
  /** How often to look again for a scanner that is gone, ms. */
  readonly reconnectMs?: number;
}

const defaultReconnectMs = 2000;

/**
 * A scanner of the 0xEF01 family at a serial port (`/dev/ttyUSB0`, `COM3`) or `tcp://host:port`. Always gives a
 * scanner: one that is not there yet has status `gone` and is looked for again, by itself and at each capture.
 */
export async function openEf01Scanner(
  options: Ef01Options,
  open: OpenTransport = openTransport,
): Promise<Ef01Scanner> {
  const scanner = new Ef01Scanner(options, open);
  await scanner.reconnect();
  return scanner;
}

export class Ef01Scanner implements FingerprintScanner {
  readonly #options: Ef01Options;
  readonly #open: OpenTransport;
  readonly #listeners = new Set<(status: ScannerStatus) => void>();
  readonly #ending = new AbortController();
  readonly #lookout: NodeJS.Timeout;
  #module: Ef01Module | null = null;
  #connecting: Promise<void> | null = null;
  #capturing = false;
  #fault: ScannerFault | null = 'absent';
  #model = unnamedModel;
  #announced: ScannerStatus = 'gone';

  constructor(options: Ef01Options, open: OpenTransport) {
    this.#options = options;
    this.#open = open;
    const look = () => void (this.#capturing || this.reconnect());
    this.#lookout = setInterval(look, options.reconnectMs ?? defaultReconnectMs).unref();
  }

  get model(): string {
    return this.#model;
  }

  /** Why the scanner is gone, for the person who has to mend it; null while it works. */
  get fault(): ScannerFault | null {
    return this.#fault;
  }

  readonly status = (): ScannerStatus => {
    if (!this.#module) return 'gone';
    return this.#capturing ? 'busy' : 'ready';
  };

  onStatus(listener: (status: ScannerStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async capture(options: CaptureOptions): Promise<CaptureResult> {
    if (this.#capturing) return { outcome: 'busy' };
    if (options.signal?.aborted) return { outcome: 'cancelled' };
    this.#capturing = true;
    this.#announce();
    try {
      await this.reconnect();
      if (!this.#module) return { outcome: this.#fault === 'in-use' ? 'busy' : 'device-gone' };
      const signal = AbortSignal.any([this.#ending.signal, ...(options.signal ? [options.signal] : [])]);
      const result = await takePrint(this.#module, { ...options, signal });
      // A module that fell silent may be powered off behind a living adaptor: start over with it.
      if (result.outcome === 'device-gone') await this.#drop('no-answer');
      return result;
    } finally {
      this.#capturing = false;
      this.#announce();
    }
  }

  /** Looks for the scanner if it is gone. Never fails; see `status` and `fault`. */
  reconnect(): Promise<void> {
    if (this.#module || this.#ending.signal.aborted) return Promise.resolve();
    this.#connecting ??= this.#connect().finally(() => {
      this.#connecting = null;
    });
    return this.#connecting;
  }

  async close(): Promise<void> {
    clearInterval(this.#lookout);
    this.#ending.abort();
    await this.#connecting;
    await this.#drop('absent');
    this.#listeners.clear();
  }

  async #connect(): Promise<void> {
    const connection = await connectEf01(this.#options, this.#open);
    if (connection.outcome !== 'connected') {
      this.#fault = connection.outcome;
      return;
    }
    const { module } = connection;
    this.#module = module;
    this.#model = module.model;
    this.#fault = null;
    module.link.onClose(() => {
      if (this.#module === module) void this.#drop('absent');
    });
    this.#announce();
  }

  async #drop(fault: ScannerFault): Promise<void> {
    const module = this.#module;
    this.#module = null;
    this.#fault = fault;
    this.#announce();
    await module?.link.close();
  }

  #announce(): void {
    const status = this.status();
    if (status === this.#announced) return;
    this.#announced = status;
    for (const listener of this.#listeners) listener(status);
  }
}
