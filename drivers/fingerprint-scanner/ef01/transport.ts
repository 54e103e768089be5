import { createConnection } from 'node:net';
import { SerialPort } from 'serialport';

/** Bytes both ways, and nothing about their meaning. The scanner is given one; tests may give another. */
export interface ByteDuplex {
  /** Queues bytes; a lost line shows in `onClose`, not here. */
  write(bytes: Uint8Array): void;
  onData(listener: (bytes: Uint8Array) => void): void;
  /** Called once when the line is lost or closed. */
  onClose(listener: () => void): void;
  /** Changes the rate of this end. False where the port refuses it; a line without a rate agrees to any. */
  setBaud(baudRate: number): Promise<boolean>;
  close(): Promise<void>;
}

/** `absent`: no such device. `denied`: no permission (udev). `busy`: another program holds it. */
export type OpenedTransport =
  | { readonly outcome: 'opened'; readonly duplex: ByteDuplex }
  | { readonly outcome: 'absent' }
  | { readonly outcome: 'denied' }
  | { readonly outcome: 'busy' };

export type OpenTransport = (path: string, baudRate: number) => Promise<OpenedTransport>;

const connectTimeoutMs = 2000;

/** Opens `tcp://host:port` as a socket (a serial server, or the simulator without a pty), all else as a serial port. */
export const openTransport: OpenTransport = (path, baudRate) =>
  path.startsWith('tcp://') ? openSocket(new URL(path)) : openSerial(path, baudRate);

function openSerial(path: string, baudRate: number): Promise<OpenedTransport> {
  const { promise, resolve } = Promise.withResolvers<OpenedTransport>();
  const port = new SerialPort({ path, baudRate, autoOpen: false });
  // Errors of a port in use are followed by its close, which is what we listen to.
  port.on('error', () => {});
  port.open((error) => resolve(error ? { outcome: whyNotOpened(error) } : opened(serialDuplex(port))));
  return promise;
}

const opened = (duplex: ByteDuplex): OpenedTransport => ({ outcome: 'opened', duplex });

function whyNotOpened({ message }: Error): 'absent' | 'denied' | 'busy' {
  if (/cannot lock|busy/i.test(message)) return 'busy';
  return /denied/i.test(message) ? 'denied' : 'absent';
}

function serialDuplex(port: SerialPort): ByteDuplex {
  return {
    write: (bytes) => {
      if (port.isOpen) port.write(Buffer.from(bytes));
    },
    onData: (listener) => port.on('data', listener),
    onClose: (listener) => port.once('close', listener),
    setBaud: (baudRate) => new Promise((resolve) => port.update({ baudRate }, (error) => resolve(!error))),
    close: () => (port.isOpen ? new Promise((resolve) => port.close(() => resolve())) : Promise.resolve()),
  };
}

function openSocket({ hostname, port }: URL): Promise<OpenedTransport> {
  const { promise, resolve } = Promise.withResolvers<OpenedTransport>();
  const socket = createConnection({ host: hostname, port: Number(port), noDelay: true });
  socket.setTimeout(connectTimeoutMs, () => socket.destroy());
  socket.on('error', () => {});
  socket.once('close', () => resolve({ outcome: 'absent' }));
  socket.once('connect', () => {
    socket.setTimeout(0);
    resolve(
      opened({
        write: (bytes) => {
          if (socket.writable) socket.write(bytes);
        },
        onData: (listener) => socket.on('data', listener),
        onClose: (listener) => socket.once('close', () => listener()),
        setBaud: () => Promise.resolve(true),
        close: async () => void socket.destroy(),
      }),
    );
  });
  return promise;
}
