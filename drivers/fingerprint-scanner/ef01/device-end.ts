import { closeSync, constants, openSync, rmSync } from 'node:fs';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MasterWriter } from './master-writer.ts';

declare module '@lydell/node-pty' {
  /** A bare pseudo-terminal, left out of the package's own types. Throws where the system has none. */
  export function open(options: { cols: number; rows: number; encoding: null }): {
    readonly master: Socket;
    readonly slave: Socket;
    /** Path of the slave. */
    readonly ptsName: string;
    /** File descriptor of the master, non-blocking. */
    readonly fd: number;
    on(event: 'error', listener: (error: Error) => void): void;
  };
}

/** The simulated device's end of the line. The path stays the same over unplugging and replugging. */
export interface DeviceEnd {
  readonly path: string;
  send(bytes: Uint8Array): void;
  unplug(): void;
  replug(): Promise<void>;
  close(): Promise<void>;
}

export type LineKind = 'pty' | 'tcp';

/** A pseudo-terminal where the system has them, else a loopback socket (`tcp://127.0.0.1:port`). */
export async function openDeviceEnd(
  onData: (bytes: Uint8Array) => void,
  kind?: LineKind,
): Promise<DeviceEnd> {
  if (kind === 'tcp') return openTcpEnd(onData);
  try {
    return await openPtyEnd(onData);
  } catch (error) {
    if (kind === 'pty') throw error;
    return openTcpEnd(onData);
  }
}

async function openPtyEnd(onData: (bytes: Uint8Array) => void): Promise<DeviceEnd> {
  // Loaded here because the native part is missing on some systems.
  const { open } = await import('@lydell/node-pty');
  const folder = await mkdtemp(join(tmpdir(), 'simulated-scanner-'));
  const path = join(folder, 'port');
  const plug = async () => {
    const pty = open({ cols: 80, rows: 24, encoding: null });
    pty.on('error', () => {});
    pty.master.on('error', () => {});
    // The slave stays open without a reader: closing the last one would hang up the device's end too.
    const held = openSync(pty.ptsName, constants.O_RDWR | constants.O_NOCTTY);
    pty.slave.destroy();
    pty.master.on('data', onData);
    await symlink(pty.ptsName, path);
    const writer = new MasterWriter(pty.fd);
    return { master: pty.master, held, writer };
  };
  let plugged: Awaited<ReturnType<typeof plug>> | null = await plug();
  const unplug = () => {
    if (!plugged) return;
    plugged.writer.end();
    plugged.master.destroy();
    closeSync(plugged.held);
    // At once: the system gives the pty's own name to the next pty anyone opens.
    rmSync(path, { force: true });
    plugged = null;
  };
  return {
    path,
    send: (bytes) => plugged?.writer.send(bytes),
    unplug,
    replug: async () => {
      plugged ??= await plug();
    },
    close: async () => {
      unplug();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openTcpEnd(onData: (bytes: Uint8Array) => void): Promise<DeviceEnd> {
  const hosts = new Set<Socket>();
  const server = createServer({ noDelay: true }, (host) => {
    hosts.add(host);
    host.on('data', onData);
    host.on('error', () => {});
    host.once('close', () => hosts.delete(host));
  });
  const listen = (port: number) =>
    new Promise<AddressInfo>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        if (address && typeof address === 'object') resolve(address);
      });
    });
  const { port } = await listen(0);
  const unplug = () => {
    for (const host of hosts) host.destroy();
    server.close();
  };
  return {
    path: `tcp://127.0.0.1:${port}`,
    send: (bytes) => {
      for (const host of hosts) host.write(bytes);
    },
    unplug,
    replug: async () => {
      if (!server.listening) await listen(port);
    },
    close: async () => unplug(),
  };
}
