import type { CaptureOptions, CaptureResult, FingerprintScanner, ScannerStatus } from '../types.ts';
import { takePrint } from './capture.ts';
import {
  type ConnectOptions,
  connectEf01,
  type Ef01Module,
  type ScannerFault,
  stillAnswers,
  unnamedModel,
} from './connect.ts';
import { type OpenTransport, openTransport } from './transport.ts';

export interface Ef01Options extends ConnectOptions {
  /** How often to look for a scanner that is gone, and whether an idle one still answers, ms. */
  readonly lookMs?: number;
}

const defaultLookMs = 2000;

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
  #checking: Promise<void> | null = null;
  #capturing = false;
  #fault: ScannerFault | null = 'absent';
  #model = unnamedModel;
  #announced: ScannerStatus = 'gone';

  constructor(options: Ef01Options, open: OpenTransport) {
    this.#options = options;
    this.#open = open;
    this.#lookout = setInterval(() => this.#look(), options.lookMs ?? defaultLookMs).unref();
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
      await this.#checking;
      await this.reconnect();
      const module = this.#module;
      if (!module) return { outcome: this.#fault === 'in-use' ? 'busy' : 'device-gone' };
      const signal = AbortSignal.any([this.#ending.signal, ...(options.signal ? [options.signal] : [])]);
      const result = await takePrint(module, { ...options, signal });
      // What looks like lost packets may be a pulled plug; the module itself knows.
      const gone = result.outcome === 'incomplete' && !(await this.#answers(module));
      if (!gone && result.outcome !== 'device-gone') return result;
      // A module powered off behind a living adaptor is started over with, too.
      await this.#drop(module, 'no-answer');
      return { outcome: 'device-gone' };
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
    await Promise.all([this.#connecting, this.#checking]);
    if (this.#module) await this.#drop(this.#module, 'absent');
    this.#listeners.clear();
  }

  #look(): void {
    if (this.#capturing) return;
    if (!this.#module) void this.reconnect();
    else
      this.#checking ??= this.#check(this.#module).finally(() => {
        this.#checking = null;
      });
  }

  /** An idle line does not always tell that it was pulled, and never that a module behind an adaptor was. */
  async #check(module: Ef01Module): Promise<void> {
    if (!(await this.#answers(module))) await this.#drop(module, 'no-answer');
  }

  #answers(module: Ef01Module): Promise<boolean> {
    return stillAnswers(module, this.#options.password ?? 0);
  }

  async #connect(): Promise<void> {
    const connection = await connectEf01(this.#options, this.#open, this.#ending.signal);
    if (connection.outcome !== 'connected') {
      this.#fault = connection.outcome;
      return;
    }
    const { module } = connection;
    this.#module = module;
    this.#model = module.model;
    this.#fault = null;
    module.link.onClose(() => {
      void this.#drop(module, 'absent');
    });
    this.#announce();
  }

  /** Lets go of a module, unless that was done before: the first to notice says why. */
  async #drop(module: Ef01Module, fault: ScannerFault): Promise<void> {
    if (this.#module !== module) return;
    this.#module = null;
    this.#fault = fault;
    this.#announce();
    await module.link.close();
  }

  #announce(): void {
    const status = this.status();
    if (status === this.#announced) return;
    this.#announced = status;
    for (const listener of this.#listeners) listener(status);
  }
}
