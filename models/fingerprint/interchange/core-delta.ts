import type { SingularPoint } from '../types.ts';
import type { InterchangeStandard } from './record.ts';
import { angleByte, angleFromByte, anglesPerTurn } from './units.ts';

/*
 * Extended block type 2, cores and deltas: a byte with the number of cores, the cores, a byte with the number of
 * deltas, the deltas. Each is x (2 bytes) and y (2), then one angle for a core or three for a delta if it has them.
 * That it has them is bit 6 of the number in ANSI INCITS 378-2004, for all of them, and bit 14 of x in
 * ISO/IEC 19794-2:2005, for each. Sources: fingerprintio, NIST biomdi.
 *
 * A delta's three arms are written evenly spread from the one we hold, which is how they lie close to the delta; the
 * first is ours. Read back, the arm nearest to straight down is taken.
 */

export const coreDeltaType = 2;

const mostOfAKind = 15;
const countMask = 0xf;
const coordinateMask = 0x3fff;
const angularInCount = 0x40;
const angularInX = 0x4000;
const angleCount = { core: 1, delta: 3 } as const;
const kinds = ['core', 'delta'] as const;

/** The data of a block. Positions must be whole pixels of the record's image. */
export function writeCoreDelta(points: readonly SingularPoint[], standard: InterchangeStandard): Uint8Array {
  const iso = standard === 'iso-19794-2-2005';
  const bytes = kinds.flatMap((kind) => {
    const ofKind = points.filter((point) => point.kind === kind).slice(0, mostOfAKind);
    return [
      ofKind.length | (iso || ofKind.length === 0 ? 0 : angularInCount),
      ...ofKind.flatMap((point) => {
        const x = point.x | (iso ? angularInX : 0);
        return [x >> 8, x & 0xff, point.y >> 8, point.y & 0xff, ...angleBytes(point, standard)];
      }),
    ];
  });
  return Uint8Array.from(bytes);
}

function angleBytes({ kind, angle }: SingularPoint, standard: InterchangeStandard): number[] {
  const count = angleCount[kind];
  return Array.from({ length: count }, (_, arm) => angleByte(angle + (arm * 2 * Math.PI) / count, standard));
}

/**
 * The points of a block that have an angle, in pixels of the record's image; null when the block is not laid out as the
 * standard says.
 */
export function readCoreDelta(data: Uint8Array, standard: InterchangeStandard): SingularPoint[] | null {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const points: SingularPoint[] = [];
  let at = 0;
  for (const kind of kinds) {
    if (at >= data.length) return null;
    const info = data[at++];
    for (let i = 0; i < (info & countMask); i++) {
      if (at + 4 > data.length) return null;
      const x = view.getUint16(at);
      const angular = standard === 'iso-19794-2-2005' ? x & angularInX : info & angularInCount;
      const end = at + 4 + (angular ? angleCount[kind] : 0);
      if (end > data.length) return null;
      const angle = angleOf(data.subarray(at + 4, end), standard);
      const y = view.getUint16(at + 2) & coordinateMask;
      if (angle !== null) points.push({ kind, x: x & coordinateMask, y, angle });
      at = end;
    }
  }
  return at === data.length ? points : null;
}

/** The angle of a core, or the arm of a delta nearest to straight down, the earlier of two as near. */
function angleOf(angles: Uint8Array, standard: InterchangeStandard): number | null {
  if (angles.length === 0) return null;
  const turn = anglesPerTurn[standard];
  const fromDown = (angle: number) => {
    const apart = Math.abs(angle - turn * 0.75) % turn;
    return Math.min(apart, turn - apart);
  };
  const nearest = angles.reduce((best, angle) => (fromDown(angle) < fromDown(best) ? angle : best));
  return angleFromByte(nearest, standard);
}
