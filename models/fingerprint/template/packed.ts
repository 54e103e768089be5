import type { FingerprintTemplate, Minutia, SingularPoint } from '../types.ts';
import { fingerprintEngineId } from './engine-id.ts';
import { angleUnits, positionUnits, qualityUnits } from './units.ts';

/*
 * Our own compact form, big-endian:
 *   0  2  magic "RT"
 *   2  1  form version, 2
 *   3  2  width px      5  2  height px      7  1  quality 0..100
 *   8  1  number of minutiae      9  1  number of singular points, at most 4
 *  10  5  per minutia, then per singular point, from the top bit: x (13 bits, 1/4 px), y (13), angle (8, 1/256 turn),
 *         1 for a bifurcation or a delta, quality (5, 1/31; 0 for a singular point)
 */

const magic = [0x52, 0x54] as const;
const formVersion = 2;
const headerLength = 10;
const pointLength = 5;
const mostMinutiae = 255;
const mostSingularPoints = 4;
const mostQuality = 100;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly flag: boolean;
  readonly quality: number;
}

/** Packs a template of this engine; beyond 255 minutiae the rest, which are the weakest, are left out. */
export function packTemplate(template: FingerprintTemplate): Uint8Array {
  const minutiae = template.minutiae.slice(0, mostMinutiae);
  const singular = template.singularPoints.slice(0, mostSingularPoints);
  const bytes = new Uint8Array(headerLength + pointLength * (minutiae.length + singular.length));
  const view = new DataView(bytes.buffer);
  bytes.set([...magic, formVersion]);
  view.setUint16(3, template.width);
  view.setUint16(5, template.height);
  bytes[7] = Math.round(template.quality);
  bytes[8] = minutiae.length;
  bytes[9] = singular.length;
  const points = [
    ...minutiae.map((minutia) => ({ ...minutia, flag: minutia.kind === 'bifurcation' })),
    ...singular.map((point) => ({ ...point, flag: point.kind === 'delta', quality: 0 })),
  ];
  for (const [i, point] of points.entries()) packPoint(view, headerLength + i * pointLength, point);
  return bytes;
}

/** The template again, or null when the bytes are not exactly one packed template of this version. */
export function unpackTemplate(bytes: Uint8Array): FingerprintTemplate | null {
  if (bytes.length < headerLength) return null;
  if (bytes[0] !== magic[0] || bytes[1] !== magic[1] || bytes[2] !== formVersion) return null;
  const count = bytes[8];
  const singularCount = bytes[9];
  if (bytes[7] > mostQuality || singularCount > mostSingularPoints) return null;
  if (bytes.length !== headerLength + pointLength * (count + singularCount)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const minutiae: Minutia[] = [];
  const singularPoints: SingularPoint[] = [];
  for (let i = 0; i < count + singularCount; i++) {
    const { flag, quality, ...place } = unpackPoint(view, headerLength + i * pointLength);
    if (i < count) minutiae.push({ ...place, kind: flag ? 'bifurcation' : 'ending', quality });
    else if (quality === 0) singularPoints.push({ kind: flag ? 'delta' : 'core', ...place });
    else return null;
  }
  return {
    engine: fingerprintEngineId,
    minutiae,
    singularPoints,
    width: view.getUint16(3),
    height: view.getUint16(5),
    quality: bytes[7],
  };
}

function packPoint(view: DataView, at: number, { x, y, angle, flag, quality }: Point): void {
  const high = (positionUnits.pack(x) << 19) | (positionUnits.pack(y) << 6) | (angleUnits.pack(angle) >> 2);
  view.setUint32(at, high >>> 0);
  view.setUint8(
    at + 4,
    ((angleUnits.pack(angle) & 3) << 6) | (flag ? 1 << 5 : 0) | qualityUnits.pack(quality),
  );
}

function unpackPoint(view: DataView, at: number): Point {
  const high = view.getUint32(at);
  const low = view.getUint8(at + 4);
  return {
    x: positionUnits.unpack(high >>> 19),
    y: positionUnits.unpack((high >>> 6) & 0x1fff),
    angle: angleUnits.unpack(((high & 0x3f) << 2) | (low >> 6)),
    flag: ((low >> 5) & 1) === 1,
    quality: qualityUnits.unpack(low & 0x1f),
  };
}
