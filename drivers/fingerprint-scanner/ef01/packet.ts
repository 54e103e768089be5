/*
 * Packets of the 0xEF01 family (ZFM-20/60, R30x, R50x, AS608, FPM10A), from the Grow manuals:
 *
 *   EF 01 | address 4 | packet id 1 | length 2 | payload | checksum 2        all big-endian
 *
 * Length counts payload and checksum. The checksum is the 16-bit sum of packet id, both length bytes and the
 * payload; header and address are not covered. A serial line loses and inverts bytes, so the decoder trusts
 * nothing: whatever is no whole, sound packet is skipped byte by byte until the next EF 01.
 */

export const packetIds = { command: 0x01, data: 0x02, ack: 0x07, endOfData: 0x08 } as const;
export type PacketKind = keyof typeof packetIds;

export interface Packet {
  readonly kind: PacketKind;
  readonly address: number;
  readonly payload: Uint8Array;
}

export const broadcastAddress = 0xffffffff;
export const maxPayload = 256;

const headerSize = 9;
const checksumSize = 2;
const start = [0xef, 0x01] as const;

const kindOf = new Map<number, PacketKind>([
  [packetIds.command, 'command'],
  [packetIds.data, 'data'],
  [packetIds.ack, 'ack'],
  [packetIds.endOfData, 'endOfData'],
]);

function checksum(packetId: number, length: number, payload: Uint8Array): number {
  let sum = packetId + (length >> 8) + (length & 0xff);
  for (const byte of payload) sum += byte;
  return sum & 0xffff;
}

/** The bytes of one packet. Payload of at most 256 bytes; more is a bug and throws. */
export function encodePacket(kind: PacketKind, payload: Uint8Array, address = broadcastAddress): Uint8Array {
  if (payload.length > maxPayload) throw new RangeError(`payload of ${payload.length} bytes in one packet`);
  const length = payload.length + checksumSize;
  const bytes = new Uint8Array(headerSize + length);
  const view = new DataView(bytes.buffer);
  bytes.set(start);
  view.setUint32(2, address);
  view.setUint8(6, packetIds[kind]);
  view.setUint16(7, length);
  bytes.set(payload, headerSize);
  view.setUint16(headerSize + payload.length, checksum(packetIds[kind], length, payload));
  return bytes;
}

type Reading =
  | { readonly found: 'packet'; readonly packet: Packet; readonly size: number }
  | { readonly found: 'partial' }
  | { readonly found: 'noise' };

/** Reads at `bytes[0]`: a packet, the sound beginning of one, or noise. */
function read(bytes: Uint8Array): Reading {
  if (bytes[0] !== start[0] || (bytes.length > 1 && bytes[1] !== start[1])) return { found: 'noise' };
  if (bytes.length < headerSize) return { found: 'partial' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = kindOf.get(view.getUint8(6));
  const length = view.getUint16(7);
  if (!kind || length < checksumSize || length > maxPayload + checksumSize) return { found: 'noise' };
  const size = headerSize + length;
  if (bytes.length < size) return { found: 'partial' };
  const payload = bytes.slice(headerSize, size - checksumSize);
  if (view.getUint16(size - checksumSize) !== checksum(packetIds[kind], length, payload))
    return { found: 'noise' };
  return { found: 'packet', packet: { kind, address: view.getUint32(2), payload }, size };
}

/** Finds packets in a byte stream cut anywhere. Holds less than one packet between calls. */
export class PacketDecoder {
  #pending: Uint8Array = new Uint8Array(0);

  /** Takes the next bytes, gives the packets they complete. Never throws. */
  push(bytes: Uint8Array): Packet[] {
    let rest = new Uint8Array(this.#pending.length + bytes.length);
    rest.set(this.#pending);
    rest.set(bytes, this.#pending.length);
    const packets: Packet[] = [];
    while (rest.length > 0) {
      const reading = read(rest);
      if (reading.found === 'partial') break;
      if (reading.found === 'packet') packets.push(reading.packet);
      rest = reading.found === 'packet' ? rest.subarray(reading.size) : rest.subarray(nextStart(rest));
    }
    this.#pending = rest;
    return packets;
  }

  /** Forgets a packet begun and never finished. */
  reset(): void {
    this.#pending = new Uint8Array(0);
  }
}

function nextStart(bytes: Uint8Array): number {
  const at = bytes.indexOf(start[0], 1);
  return at < 0 ? bytes.length : at;
}
