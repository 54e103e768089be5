import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { StopReason } from '../types.ts';
import { decodeIpp } from './decode.ts';
import { encodeIpp } from './encode.ts';
import { type IppMessage, statuses } from './message.ts';
import { SimulatedPrinter } from './simulated-printer.ts';

export interface IppSimulatorOptions {
  /** Time a card takes, ms. */
  readonly cardMs?: number;
}

export interface IppSimulator {
  readonly uri: string;
  /** What was printed to the end, oldest first. */
  readonly printed: readonly Uint8Array[];
  /** What was received, printed or not. */
  readonly received: readonly Uint8Array[];
  /** Stops the printer, in the middle of a card if one is printing. */
  stop(reason: StopReason): void;
  /** Mended: goes on with what it was printing, unless cancelled. */
  mend(): void;
  /** Answers each new job that it is busy. */
  setBusy(on: boolean): void;
  /** Drops off the network at once, connections and all; what prints goes on printing. */
  vanish(): void;
  reappear(): Promise<void>;
  /** Loses power for a moment: what was printing is gone, and so is every job it knew. */
  losePower(): void;
  close(): Promise<void>;
}

/** Starts an IPP card printer on a loopback port, speaking IPP over HTTP. */
export async function startIppSimulator(options: IppSimulatorOptions = {}): Promise<IppSimulator> {
  const printer = new SimulatedPrinter(options.cardMs ?? 20);
  const server = createServer((request, response) => {
    // A host that hangs up in the middle of a request is no fault of the printer's.
    serve(printer, request, response).catch(() => response.destroy());
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  await listen(0);
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  const vanish = () => {
    server.close();
    server.closeAllConnections();
  };
  return {
    uri: `ipp://127.0.0.1:${port}/ipp/print`,
    printed: printer.printed,
    received: printer.received,
    stop: (reason) => printer.stop(reason),
    mend: () => printer.mend(),
    setBusy: (on) => {
      printer.busy = on;
    },
    vanish,
    reappear: () => listen(port),
    losePower: () => printer.forget(),
    close: async () => {
      vanish();
      printer.close();
    },
  };
}

async function serve(
  printer: SimulatedPrinter,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const decoded = decodeIpp(await buffer(request));
  const answer: IppMessage =
    decoded.outcome === 'message'
      ? printer.obey(decoded.message)
      : { code: statuses.badRequest, requestId: 0, groups: [], document: new Uint8Array(0) };
  response.setHeader('content-type', 'application/ipp');
  response.end(encodeIpp(answer));
}
