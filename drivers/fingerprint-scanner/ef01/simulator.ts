import { setTimeout as sleep } from 'node:timers/promises';
import { type LineKind, openDeviceEnd } from './device-end.ts';
import { encodePacket, PacketDecoder, type PacketKind } from './packet.ts';
import { dataSize, SimulatedModule, type SimulatedModuleOptions } from './simulated-module.ts';

export interface Ef01SimulatorOptions extends SimulatedModuleOptions {
  /** Pause before each data packet, ms. 0 unless given: as fast as the line takes it (a pty has no rate). */
  readonly baudMs?: number;
  /** Where to appear: a pty where there is one, unless told. */
  readonly line?: LineKind;
}

export interface Ef01Simulator {
  /** For `openEf01Scanner`; the same after replugging. `tcp://…` where no pty could be had. */
  readonly path: string;
  /** Pulls the plug: the host's port dies and the path is gone. */
  unplug(): void;
  replug(): Promise<void>;
  /** Inverts a byte of every 9th packet and puts stray bytes between packets. */
  makeNoise(on: boolean): void;
  /** Loses every 10th data packet. */
  dropPackets(on: boolean): void;
  /** The module hangs, its line still up. */
  freeze(on: boolean): void;
  close(): Promise<void>;
}

const garbledEvery = 9;
const droppedEvery = 10;
const stray = Uint8Array.of(0xef, 0x00, 0x55, 0xef);

/** Starts a module of the 0xEF01 family that lives in this process and speaks its bytes on a real line. */
export async function startEf01Simulator(options: Ef01SimulatorOptions): Promise<Ef01Simulator> {
  const module = new SimulatedModule(options);
  const decoder = new PacketDecoder();
  const faults = { noisy: false, dropping: false, frozen: false };
  let packets = 0;
  let power = new AbortController();
  let uploading = Promise.resolve();

  const end = await openDeviceEnd((bytes) => {
    for (const { kind, payload } of decoder.push(bytes)) if (kind === 'command') obey(payload);
  }, options.line);

  function send(kind: PacketKind, payload: Uint8Array): void {
    if (faults.frozen) return;
    packets++;
    if (faults.dropping && kind === 'data' && packets % droppedEvery === 0) return;
    const bytes = encodePacket(kind, payload);
    if (faults.noisy && packets % garbledEvery === 0) bytes[bytes.length >> 1] ^= 0xff;
    end.send(faults.noisy ? Buffer.concat([stray, bytes]) : bytes);
  }

  async function upload(image: Uint8Array, { signal }: AbortController): Promise<void> {
    for (let at = 0; at < image.length; at += dataSize) {
      if (options.baudMs) await sleep(options.baudMs, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      const last = at + dataSize >= image.length;
      send(last ? 'endOfData' : 'data', image.subarray(at, at + dataSize));
    }
  }

  function obey(command: Uint8Array): void {
    const answer = faults.frozen ? null : module.obey(command);
    if (!answer) return;
    send('ack', answer.acknowledgement);
    const { image } = answer;
    const current = power;
    if (image) uploading = uploading.then(() => upload(image, current));
  }

  function unplug(): void {
    power.abort();
    module.powerOff();
    decoder.reset();
    end.unplug();
  }

  return {
    path: end.path,
    unplug,
    replug: () => {
      power = new AbortController();
      return end.replug();
    },
    makeNoise: (on) => {
      faults.noisy = on;
    },
    dropPackets: (on) => {
      faults.dropping = on;
    },
    freeze: (on) => {
      faults.frozen = on;
    },
    close: async () => {
      unplug();
      await uploading;
      await end.close();
    },
  };
}
