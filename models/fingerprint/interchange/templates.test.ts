import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../extraction/extract.ts';
import { thresholds } from '../matching/calibration.ts';
import { matchFingerprints } from '../matching/match.ts';
import { growFinger, impress, type SyntheticFinger } from '../synthetic/index.ts';
import { fingerprintEngineId } from '../template/engine-id.ts';
import { angleUnits, qualityUnits } from '../template/units.ts';
import type { FingerprintTemplate } from '../types.ts';
import {
  type InterchangePrint,
  type InterchangeStandard,
  type MinutiaRecord,
  readRecord,
  toPrints,
  toRecord,
  toTemplate,
  writeRecord,
} from './index.ts';

const standards: InterchangeStandard[] = ['iso-19794-2-2005', 'ansi-378-2004'];

const finger = growFinger(5);
const [enrolled, again, third] = [1, 2, 3].map((seed) => templateOf(finger, seed));
const stranger = templateOf(growFinger(6), 1);

function templateOf(of: SyntheticFinger, seed: number): FingerprintTemplate {
  const extraction = extract(impress(of, { seed }));
  if (extraction.outcome === 'refused') throw new Error(extraction.reason);
  return extraction.template;
}

function recordOf(prints: readonly InterchangePrint[], standard: InterchangeStandard): MinutiaRecord {
  const made = toRecord(prints, { standard });
  if (made.outcome === 'refused') throw new Error(made.reason);
  return made.record;
}

function printsOf(record: MinutiaRecord): readonly InterchangePrint[] {
  const made = toPrints(record);
  if (made.outcome === 'refused') throw new Error(made.reason);
  return made.prints;
}

/** Out to bytes and in again. */
function exchanged(template: FingerprintTemplate, standard: InterchangeStandard): FingerprintTemplate {
  const written = writeRecord(recordOf([{ template, position: 2 }], standard));
  if (written.outcome === 'refused') throw new Error(written.reason);
  const reading = readRecord(written.bytes);
  if (reading.outcome === 'refused') throw new Error(reading.reason);
  return printsOf(reading.record)[0].template;
}

describe.each(standards)('a print sent as %s', (standard) => {
  it('matches another impression of its finger with nearly the same score', () => {
    const before = matchFingerprints(again, enrolled);
    const after = matchFingerprints(again, exchanged(enrolled, standard));
    const bothSent = matchFingerprints(exchanged(again, standard), exchanged(enrolled, standard));
    expect(before).toBeGreaterThan(thresholds.match);
    expect(after / before).toBeGreaterThan(0.9);
    expect(bothSent / before).toBeGreaterThan(0.9);
  });

  it('still does not match another finger', () => {
    const score = matchFingerprints(exchanged(stranger, standard), exchanged(enrolled, standard));
    expect(score).toBeLessThan(thresholds.match);
  });

  it('comes back with everything but places and angles exact', () => {
    const back = exchanged(enrolled, standard);
    const points = { minutiae: [], singularPoints: [] };
    expect({ ...back, ...points }).toEqual({ ...enrolled, ...points });
    expect(back.singularPoints.map(({ kind }) => kind)).toEqual(
      enrolled.singularPoints.map(({ kind }) => kind),
    );
    expect(back.minutiae.map(({ kind, quality }) => ({ kind, quality }))).toEqual(
      enrolled.minutiae.map(({ kind, quality }) => ({ kind, quality })),
    );
    const sent = [...enrolled.minutiae, ...enrolled.singularPoints];
    for (const [i, point] of [...back.minutiae, ...back.singularPoints].entries()) {
      expect(Math.abs(point.x - sent[i].x)).toBeLessThanOrEqual(0.5);
      expect(Math.abs(point.y - sent[i].y)).toBeLessThanOrEqual(0.5);
    }
  });

  it('does not change any more when sent on', () => {
    const once = exchanged(enrolled, standard);
    expect(exchanged(once, standard)).toEqual(once);
  });
});

describe('any template', () => {
  const place = { x: fc.nat({ max: 1199 }).map((x) => x / 4), y: fc.nat({ max: 1599 }).map((y) => y / 4) };
  const anyAngle = fc.nat({ max: 255 }).map(angleUnits.unpack);
  const minutia = fc.record({
    ...place,
    angle: anyAngle,
    kind: fc.constantFrom('ending', 'bifurcation'),
    quality: fc.nat({ max: 31 }).map(qualityUnits.unpack),
  });
  const core = fc.record({ kind: fc.constant('core'), ...place, angle: anyAngle });
  /** The arm nearest to straight down, so within a sixth of a turn of it. */
  const downward = fc.integer({ min: 150, max: 234 }).map(angleUnits.unpack);
  const delta = fc.record({ kind: fc.constant('delta'), ...place, angle: downward });
  const template: fc.Arbitrary<FingerprintTemplate> = fc.record({
    engine: fc.constant(fingerprintEngineId),
    minutiae: fc
      .array(minutia, { maxLength: 255 })
      .map((minutiae) => minutiae.sort((a, b) => b.quality - a.quality)),
    singularPoints: fc
      .tuple(fc.array(core, { maxLength: 2 }), fc.array(delta, { maxLength: 2 }))
      .map(([cores, deltas]) => [...cores, ...deltas]),
    width: fc.constant(300),
    height: fc.constant(400),
    quality: fc.nat({ max: 100 }),
  });
  /** Whole pixels within the image. */
  const rounded = <Point extends { x: number; y: number }>(point: Point) => ({
    ...point,
    x: Math.min(299, Math.round(point.x)),
    y: Math.min(399, Math.round(point.y)),
  });

  it('comes back from ISO exact but for whole pixels', () => {
    fc.assert(
      fc.property(template, (sent) => {
        expect(exchanged(sent, 'iso-19794-2-2005')).toEqual({
          ...sent,
          minutiae: sent.minutiae.map(rounded),
          singularPoints: sent.singularPoints.map(rounded),
        });
      }),
    );
  });

  it('comes back from ANSI within two degrees, and the second time exact', () => {
    fc.assert(
      fc.property(template, (sent) => {
        const once = exchanged(sent, 'ansi-378-2004');
        const apart = [...sent.minutiae, ...sent.singularPoints].map((point, i) => {
          const turn = Math.abs(point.angle - [...once.minutiae, ...once.singularPoints][i].angle);
          return Math.min(turn, 2 * Math.PI - turn);
        });
        expect(Math.max(0, ...apart)).toBeLessThan((1.75 * Math.PI) / 180);
        expect(exchanged(once, 'ansi-378-2004')).toEqual(once);
      }),
    );
  });
});

describe('a record from elsewhere', () => {
  const record = recordOf([{ template: enrolled, position: 1, impression: 0 }], 'iso-19794-2-2005');
  const [view] = record.views;
  const minutiae = [
    { type: 'other', x: 10, y: 20, angle: 0, quality: 0, reserved: 0 },
    { type: 'bifurcation', x: 30, y: 40, angle: 0, quality: 100, reserved: 0 },
  ] as const;

  it('of 1000 dpi is brought to 500 and its minutiae of unknown type are endings', () => {
    const dense = { ...record, width: 800, height: 1000, resolutionX: 394, resolutionY: 394 };
    const made = toTemplate(dense, { ...view, minutiae });
    expect(made).toMatchObject({ outcome: 'made', template: { width: 400, height: 500 } });
    expect(made).toMatchObject({
      template: {
        minutiae: [
          { kind: 'bifurcation', x: 15, y: 20, quality: 1 },
          { kind: 'ending', x: 5, y: 10 },
        ],
      },
    });
  });

  it('whose minutiae have no quality still matches', () => {
    const unrated = view.minutiae.map((minutia) => ({ ...minutia, quality: 0 }));
    const made = toTemplate(record, { ...view, minutiae: unrated });
    if (made.outcome === 'refused') throw new Error(made.reason);
    expect(matchFingerprints(again, made.template)).toBeGreaterThan(thresholds.match);
  });

  it('of a palm is refused as too large', () => {
    expect(toPrints({ ...record, width: 2048 })).toEqual({ outcome: 'refused', reason: 'too-large' });
  });

  it('with cores without an angle, or a spoilt block of them, gives no singular points', () => {
    for (const data of [[1, 0, 9, 0, 9, 0], [1, 0, 9], [], [3, 0x40, 1]]) {
      const extended = [{ type: 2, data: Uint8Array.from(data) }];
      expect(toTemplate(record, { ...view, extended })).toMatchObject({ template: { singularPoints: [] } });
    }
  });
});

describe('several prints in one record', () => {
  it('of one finger are numbered from 0, and keep their order', () => {
    const prints = [
      { template: enrolled, position: 2 },
      { template: again, position: 7, impression: 8 },
      { template: third, position: 2 },
    ];
    const record = recordOf(prints, 'ansi-378-2004');
    expect(record.views.map(({ position, view, impression }) => [position, view, impression])).toEqual([
      [2, 0, 0],
      [7, 0, 8],
      [2, 1, 0],
    ]);
    expect(printsOf(record).map(({ position }) => position)).toEqual([2, 7, 2]);
  });

  it('are refused when there are none, or a 17th of one finger', () => {
    const standard = 'iso-19794-2-2005';
    expect(toRecord([], { standard })).toEqual({ outcome: 'refused', reason: 'bad-view-count' });
    const prints = Array.from({ length: 17 }, () => ({ template: enrolled, position: 2 }));
    expect(toRecord(prints, { standard })).toEqual({ outcome: 'refused', reason: 'bad-view-number' });
  });
});
