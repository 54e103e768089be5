import fc from 'fast-check';
import { expect, test } from 'vitest';
import { captureImage, uploadImage, verifyPassword } from './commands.ts';
import { encodePacket, maxPayload, type Packet, PacketDecoder } from './packet.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('commands are the bytes of the manual', () => {
  expect(hex(encodePacket('command', verifyPassword(0)))).toBe('ef01ffffffff0100071300000000001b');
  expect(hex(encodePacket('command', captureImage))).toBe('ef01ffffffff010003010005');
  expect(hex(encodePacket('command', uploadImage))).toBe('ef01ffffffff0100030a000e');
});

const kinds = fc.constantFrom('command', 'data', 'ack', 'endOfData');
const payloads = fc.uint8Array({ maxLength: maxPayload });

test('packets are found wherever the stream is cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(kinds, payloads), { maxLength: 5 }),
      fc.integer({ min: 1, max: 40 }),
      (sent, cut) => {
        const stream = Buffer.concat(sent.map(([kind, payload]) => encodePacket(kind, payload)));
        const decoder = new PacketDecoder();
        const got: Packet[] = [];
        for (let at = 0; at < stream.length; at += cut)
          got.push(...decoder.push(stream.subarray(at, at + cut)));
        expect(got.map(({ kind, payload }) => [kind, hex(payload)])).toEqual(
          sent.map(([kind, payload]) => [kind, hex(payload)]),
        );
      },
    ),
  );
});

test('a packet is found behind any noise that does not itself begin one', () => {
  const noise = fc.uint8Array({ maxLength: 300 }).filter((bytes) => !hex(bytes).includes('ef01'));
  fc.assert(
    fc.property(noise, payloads, (bytes, payload) => {
      const clean = bytes.at(-1) === 0xef ? bytes.subarray(0, -1) : bytes;
      const [packet] = new PacketDecoder().push(Buffer.concat([clean, encodePacket('data', payload)]));
      expect(hex(packet.payload)).toBe(hex(payload));
    }),
  );
});

test('an inverted byte never passes as a sound packet, and the next packet is still found', () => {
  const next = encodePacket('endOfData', Uint8Array.of(1, 2, 3));
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 128 }), fc.nat(), (payload, where) => {
      const bytes = encodePacket('data', payload);
      // Address bytes are outside the checksum.
      const at = [0, 1, 6, 7, ...bytes.keys().drop(9)][where % (4 + bytes.length - 9)];
      bytes[at] ^= 0xff;
      const decoder = new PacketDecoder();
      const found = [...decoder.push(bytes), ...decoder.push(next), ...decoder.push(new Uint8Array(300))];
      expect(found.map((packet) => packet.kind)).toEqual(['endOfData']);
    }),
  );
});

test('a length beyond any packet is not waited for', () => {
  const monster = Uint8Array.of(0xef, 1, 255, 255, 255, 255, 2, 0xff, 0xff);
  const packets = new PacketDecoder().push(Buffer.concat([monster, encodePacket('ack', Uint8Array.of(0))]));
  expect(packets).toHaveLength(1);
});
