import { describe, expect, it } from 'vitest';
import { type AnsiRecord, type IsoRecord, readRecord, toPrints, toRecord, writeRecord } from './index.ts';

/* Bytes worked out by hand from the layouts of both standards. */

const bytesOf = (hex: string) =>
  Uint8Array.from(hex.match(/[\da-f]{2}/gi) ?? [], (byte) => parseInt(byte, 16));

const iso = bytesOf(`
  46 4D 52 00  20 32 30 00  00 00 00 42
  81 23  01 2C  01 90  00 C5  00 C5  02  00
  02  00  50  02
    40 64  00 C8  40  5A
    81 2B  01 8F  FF  00
    00 12  00 02  00 0E
      01  40 96  00 B4  C0
      01  40 50  01 2C  C0 15 6B
  02  18  00  00  00 00`);

const ansi = bytesOf(`
  46 4D 52 00  20 32 30 00  00 44
  01 03  00 02
  81 23  01 2C  01 90  00 C5  00 C5  02  00
  02  00  50  02
    40 64  00 C8  2D  5A
    81 2B  01 8F  B3  00
    00 12  00 02  00 12
      41  00 96  00 B4  87
      41  00 50  01 2C  87 0F 4B
  02  18  00  00  00 00`);

const capture = {
  certified: true,
  reservedCompliance: 0,
  device: 0x123,
  width: 300,
  height: 400,
  resolutionX: 197,
  resolutionY: 197,
  reserved: 0,
};
const second = { position: 2, view: 1, impression: 8, quality: 0, minutiae: [], extended: [] };
const ending = { type: 'ending', x: 100, y: 200, quality: 90, reserved: 0 } as const;
const fork = { type: 'bifurcation', x: 299, y: 399, quality: 0, reserved: 0 } as const;

const isoRecord: IsoRecord = {
  standard: 'iso-19794-2-2005',
  ...capture,
  views: [
    {
      position: 2,
      view: 0,
      impression: 0,
      quality: 80,
      minutiae: [
        { ...ending, angle: 64 },
        { ...fork, angle: 255 },
      ],
      extended: [{ type: 2, data: iso.slice(46, 60) }],
      extendedLengths: 'of-data',
    },
    { ...second, extendedLengths: 'of-data' },
  ],
};

const ansiRecord: AnsiRecord = {
  standard: 'ansi-378-2004',
  productOwner: 0x0103,
  productType: 2,
  lengthField: 'short',
  ...capture,
  views: [
    {
      position: 2,
      view: 0,
      impression: 0,
      quality: 80,
      minutiae: [
        { ...ending, angle: 45 },
        { ...fork, angle: 179 },
      ],
      extended: [{ type: 2, data: ansi.slice(48, 62) }],
      extendedLengths: 'of-block',
    },
    { ...second, extendedLengths: 'of-block' },
  ],
};

describe.each([
  ['ISO', iso, isoRecord],
  ['ANSI', ansi, ansiRecord],
])('the %s record worked out by hand', (_name, bytes, record) => {
  it('reads to its fields', () => {
    expect(readRecord(bytes)).toEqual({ outcome: 'read', record });
  });

  it('is what the fields write', () => {
    expect(writeRecord(record)).toEqual({ outcome: 'written', bytes });
  });

  it('holds the core and the delta of the first print', () => {
    const made = toPrints(record);
    if (made.outcome === 'refused') throw new Error(made.reason);
    expect(made.prints[0].template.singularPoints).toEqual([
      { kind: 'core', x: 150, y: 180, angle: 1.5 * Math.PI },
      { kind: 'delta', x: 80, y: 300, angle: 1.5 * Math.PI },
    ]);
    const { standard } = record;
    const again = toRecord(made.prints, { standard });
    expect(again).toMatchObject({
      outcome: 'made',
      record: { views: [{ extended: record.views[0].extended }, {}] },
    });
  });

  it('reads from the middle of a larger buffer', () => {
    const larger = new Uint8Array(bytes.length + 9);
    larger.set(bytes, 4);
    expect(readRecord(larger.subarray(4, 4 + bytes.length))).toEqual({ outcome: 'read', record });
    expect(readRecord(Buffer.from(bytes))).toEqual({ outcome: 'read', record });
  });
});

describe('an ANSI record of 65,536 bytes and more', () => {
  const [view] = ansiRecord.views;
  const data = new Uint8Array(65_531).fill(7);
  const views = [{ ...view, minutiae: [], extended: [{ type: 0x0101, data }] }];
  const long: AnsiRecord = { ...ansiRecord, lengthField: 'long', views };

  it('has the long header', () => {
    const written = writeRecord(long);
    if (written.outcome === 'refused') throw new Error(written.reason);
    expect(written.bytes.slice(0, 42)).toEqual(
      bytesOf(`
        46 4D 52 00  20 32 30 00  00 00  00 01 00 23
        01 03  00 02
        81 23  01 2C  01 90  00 C5  00 C5  01  00
        02  00  50  00  FF FF  01 01  FF FF  07 07`),
    );
    expect(written.bytes).toHaveLength(65_571);
    expect(readRecord(written.bytes)).toEqual({ outcome: 'read', record: long });
  });

  it('is refused with the short header', () => {
    expect(writeRecord({ ...long, lengthField: 'short' })).toEqual({
      outcome: 'refused',
      reason: 'too-long',
    });
  });

  it('is told apart from an ISO record of the same size', () => {
    const record: IsoRecord = { ...isoRecord, views: [{ ...views[0], extendedLengths: 'of-data' }] };
    const written = writeRecord(record);
    if (written.outcome === 'refused') throw new Error(written.reason);
    expect(readRecord(written.bytes)).toEqual({ outcome: 'read', record });
  });
});

it('an ISO record whose extended lengths count the block head, as NIST writes it, is read and kept so', () => {
  const bytes = iso.with(45, 0x12);
  const [first, other] = isoRecord.views;
  const record = { ...isoRecord, views: [{ ...first, extendedLengths: 'of-block' as const }, other] };
  expect(readRecord(bytes)).toEqual({ outcome: 'read', record });
  expect(writeRecord(record)).toEqual({ outcome: 'written', bytes });
});

it('a short record with the long ANSI length field keeps it', () => {
  const bytes = Uint8Array.of(...ansi.slice(0, 8), 0, 0, 0, 0, 0, 0x48, ...ansi.slice(10));
  const record = { ...ansiRecord, lengthField: 'long' as const };
  expect(readRecord(bytes)).toEqual({ outcome: 'read', record });
  expect(writeRecord(record)).toEqual({ outcome: 'written', bytes });
});

it('reserved bits are kept', () => {
  const bytes = iso.with(12, 0xf1).with(23, 0xaa).with(30, 0xc0);
  const reading = readRecord(bytes);
  expect(reading).toMatchObject({ record: { reservedCompliance: 7, reserved: 0xaa } });
  if (reading.outcome === 'read') expect(writeRecord(reading.record)).toEqual({ outcome: 'written', bytes });
});

it('a view of 255 extended blocks is read, one of 256 is refused both ways', () => {
  const blocks = (count: number) =>
    Array.from({ length: count }, () => ({ type: 9, data: new Uint8Array() }));
  const [view] = isoRecord.views;
  const record = { ...isoRecord, views: [{ ...view, minutiae: [], extended: blocks(255) }] };
  const written = writeRecord(record);
  if (written.outcome === 'refused') throw new Error(written.reason);
  expect(readRecord(written.bytes)).toEqual({ outcome: 'read', record });
  const longer = Uint8Array.of(...written.bytes, 0, 9, 0, 0);
  const longerView = new DataView(longer.buffer);
  longerView.setUint32(8, longer.length);
  longerView.setUint16(28, 256 * 4);
  const refusal = { outcome: 'refused', reason: 'bad-extended-data' };
  expect(readRecord(longer)).toEqual(refusal);
  expect(writeRecord({ ...record, views: [{ ...view, extended: blocks(256) }] })).toEqual(refusal);
});

describe('a record that is not valid is refused by name', () => {
  it.each([
    ['nothing', new Uint8Array(), 'not-a-minutiae-record'],
    ['a finger image record', iso.with(1, 0x49), 'not-a-minutiae-record'],
    ['a card template without a header', bytesOf('2A 33 41 2B 34 42'), 'not-a-minutiae-record'],
    ['ISO/IEC 19794-2:2011', iso.with(4, 0x30).with(5, 0x33), 'unsupported-variant'],
    ['a beginning', iso.slice(0, 7), 'truncated'],
    ['a record cut short', iso.slice(0, -1), 'truncated'],
    ['an ANSI record cut short', ansi.slice(0, -1), 'truncated'],
    ['a record with a byte too many', Uint8Array.of(...iso, 0), 'length-mismatch'],
    ['an ANSI record with a byte too many', Uint8Array.of(...ansi, 0), 'length-mismatch'],
    ['one view more than there is', iso.with(22, 3), 'length-mismatch'],
    ['one view fewer than there is', iso.with(22, 1), 'length-mismatch'],
    ['more minutiae than there are', iso.with(27, 200), 'length-mismatch'],
    ['no view', bytesOf('464D5200 20323000 00000018 0000 012C 0190 00C5 00C5 00 00'), 'bad-view-count'],
    ['no width', iso.with(14, 0).with(15, 0), 'bad-image-size'],
    ['a resolution of 98 pixels a centimetre', iso.with(19, 98), 'bad-resolution'],
    ['finger 11', iso.with(24, 11), 'bad-position'],
    ['quality 101', iso.with(26, 101), 'bad-quality'],
    ['a minutia of the reserved type', iso.with(28, 0xc0), 'bad-minutia-type'],
    ['a minutia right of the image', iso.with(29, 0x64).with(28, 0x42), 'point-outside-image'],
    ['a minutia below the image', iso.with(37, 0x90), 'point-outside-image'],
    ['an ANSI angle of 360 degrees', ansi.with(34, 180), 'bad-angle'],
    ['minutia quality 101', iso.with(33, 101), 'bad-quality'],
    ['extended blocks that do not fill their area', iso.with(45, 0x0f), 'bad-extended-data'],
    ['an ISO block without end, of length 0', iso.with(45, 0), 'bad-extended-data'],
    ['an ANSI block without end, of length 0', ansi.with(47, 0), 'bad-extended-data'],
    [
      'a long ANSI length field that does not begin with 0',
      Uint8Array.of(...ansi.slice(0, 8), 1, 0, 0, 0, 0, 0x48, ...ansi.slice(10)),
      'truncated',
    ],
  ])('%s', (_name, bytes, reason) => {
    expect(readRecord(bytes)).toEqual({ outcome: 'refused', reason });
  });

  it.each([
    [
      'a 257th minutia',
      { minutiae: Array.from({ length: 257 }, () => ({ ...ending, angle: 0 })) },
      'bad-minutia-count',
    ],
    ['a 17th view of a finger', { view: 16 }, 'bad-view-number'],
    ['half a finger', { position: 1.5 }, 'bad-position'],
    ['an impression beyond four bits', { impression: 16 }, 'bad-impression'],
    ['reserved bits beyond two', { minutiae: [{ ...ending, angle: 0, reserved: 4 }] }, 'bad-minutia'],
    [
      'an extended block beyond its area',
      { extended: [{ type: 2, data: new Uint8Array(65_532) }] },
      'bad-extended-data',
    ],
  ])('when writing %s', (_name, wrong, reason) => {
    const [view] = isoRecord.views;
    const record = { ...isoRecord, views: [{ ...view, ...wrong }] };
    expect(writeRecord(record)).toEqual({ outcome: 'refused', reason });
  });

  it('when writing a device id beyond twelve bits', () => {
    expect(writeRecord({ ...ansiRecord, device: 4096 })).toEqual({
      outcome: 'refused',
      reason: 'bad-header',
    });
  });
});
