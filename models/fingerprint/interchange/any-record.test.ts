import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthFieldFor } from './ansi-378.ts';
import {
  type ExtendedLengths,
  type InterchangeStandard,
  type MinutiaRecord,
  readRecord,
  toPrints,
  writeRecord,
} from './index.ts';

const up = (max: number) => fc.nat({ max });

const anyMinutia = (width: number, height: number, mostAngle: number) =>
  fc.record({
    type: fc.constantFrom('other', 'ending', 'bifurcation'),
    x: up(Math.min(width - 1, 0x3fff)),
    y: up(Math.min(height - 1, 0x3fff)),
    angle: up(mostAngle),
    quality: up(100),
    reserved: up(3),
  });

const anyView = (width: number, height: number, mostAngle: number, extendedLengths: ExtendedLengths) =>
  fc.record({
    position: up(10),
    view: up(15),
    impression: up(15),
    quality: up(100),
    minutiae: fc.array(anyMinutia(width, height, mostAngle), { maxLength: 255, size: '+1' }),
    extended: fc.array(fc.record({ type: up(0xffff), data: fc.uint8Array({ maxLength: 40 }) }), {
      maxLength: 3,
    }),
    extendedLengths: fc.constant(extendedLengths),
  });

const anySize = fc.integer({ min: 1, max: 0xffff });

function anyRecord(standard: InterchangeStandard): fc.Arbitrary<MinutiaRecord> {
  const iso = standard === 'iso-19794-2-2005';
  return fc.tuple(anySize, anySize).chain(([width, height]): fc.Arbitrary<MinutiaRecord> => {
    const capture = {
      certified: fc.boolean(),
      reservedCompliance: up(7),
      device: up(0xfff),
      width: fc.constant(width),
      height: fc.constant(height),
      resolutionX: fc.integer({ min: iso ? 99 : 1, max: 0xffff }),
      resolutionY: fc.integer({ min: iso ? 99 : 1, max: 0xffff }),
      reserved: up(255),
    };
    const views = (mostAngle: number, lengths: ExtendedLengths) =>
      fc.array(anyView(width, height, mostAngle, lengths), { minLength: 1, maxLength: 6 });
    if (iso)
      return fc.record({
        standard: fc.constant('iso-19794-2-2005' as const),
        ...capture,
        views: views(255, 'of-data'),
      });
    return fc
      .record({
        standard: fc.constant('ansi-378-2004' as const),
        productOwner: up(0xffff),
        productType: up(0xffff),
        ...capture,
        views: views(179, 'of-block'),
      })
      .map((record) => ({ ...record, lengthField: lengthFieldFor(record.views) }));
  });
}

const either = fc.oneof(anyRecord('iso-19794-2-2005'), anyRecord('ansi-378-2004'));

function bytesOf(record: MinutiaRecord): Uint8Array {
  const written = writeRecord(record);
  if (written.outcome === 'refused') throw new Error(written.reason);
  return written.bytes;
}

/** Whatever is read must write back to the same bytes, and turn into templates or say why not. */
function expectSound(bytes: Uint8Array): void {
  const reading = readRecord(bytes);
  if (reading.outcome === 'refused') return;
  expect(bytesOf(reading.record)).toEqual(bytes);
  toPrints(reading.record);
}

describe('any valid record', () => {
  it('is the same after being written and read', () => {
    fc.assert(
      fc.property(either, (record) => {
        expect(readRecord(bytesOf(record))).toEqual({ outcome: 'read', record });
      }),
    );
  });

  it('with any bytes changed is refused or read to the byte', () => {
    const changes = fc.array(fc.tuple(fc.nat(), up(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(either, changes, fc.boolean(), (record, changed, inHead) => {
        const bytes = bytesOf(record);
        for (const [at, value] of changed) bytes[at % (inHead ? 40 : bytes.length)] = value;
        expectSound(bytes);
      }),
    );
  });

  it('cut short or lengthened is refused', () => {
    fc.assert(
      fc.property(either, fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 20 }), (record, at, tail) => {
        const bytes = bytesOf(record);
        expect(readRecord(bytes.slice(0, at % bytes.length)).outcome).toBe('refused');
        expect(readRecord(Uint8Array.of(...bytes, ...tail)).outcome).toBe('refused');
      }),
    );
  });

  it('cut short or lengthened with its length put right is refused or read to the byte', () => {
    fc.assert(
      fc.property(
        anyRecord('iso-19794-2-2005'),
        up(60),
        fc.uint8Array({ maxLength: 20 }),
        (record, cut, tail) => {
          const bytes = Uint8Array.of(...bytesOf(record).slice(0, -1 - cut), ...tail);
          if (bytes.length >= 12) new DataView(bytes.buffer).setUint32(8, bytes.length);
          expectSound(bytes);
        },
      ),
    );
  });
});

it('any bytes at all are refused or read to the byte', () => {
  const head = [0x46, 0x4d, 0x52, 0x00, 0x20, 0x32, 0x30, 0x00];
  const anything = fc.uint8Array({ maxLength: 300 });
  const nearly = anything.map((tail) => {
    const bytes = Uint8Array.of(...head, 0, 0, 0, 0, ...tail);
    new DataView(bytes.buffer).setUint32(8, bytes.length);
    return bytes;
  });
  fc.assert(fc.property(fc.oneof(anything, nearly), expectSound), { numRuns: 1000 });
});
