import type { FingerprintTemplate, Minutia } from '../types.ts';
import { fingerprintEngineId } from './engine-id.ts';
import { angleUnits, positionUnits, qualityUnits } from './units.ts';

/*
 * Our own compact form, big-endian:
 *   0  2  magic "RT"
 *   2  1  form version, 1
 *   3  2  width px      5  2  height px      7  1  quality 0..100      8  1  number of minutiae
 *   9  6  per minutia: x, y (2 each, 1/8 px), angle (1, 1/256 turn), kind (top bit: bifurcation) and quality (7 bits)
 */

const magic = [0x52, 0x54] as const;
const formVersion = 1;
const headerLength = 9;
const minutiaLength = 6;
const mostMinutiae = 255;
const bifurcationBit = 0x80;

/** Packs a template of this engine; beyond 255 minutiae the rest, which are the weakest, are left out. */
export function packTemplate(template: FingerprintTemplate): Uint8Array {
  const minutiae = template.minutiae.slice(0, mostMinutiae);
  const bytes = new Uint8Array(headerLength + minutiaLength * minutiae.length);
  const view = new DataView(bytes.buffer);
  bytes.set([...magic, formVersion]);
  view.setUint16(3, template.width);
  view.setUint16(5, template.height);
  bytes[7] = Math.round(template.quality);
  bytes[8] = minutiae.length;
  for (const [i, minutia] of minutiae.entries()) {
    const at = headerLength + i * minutiaLength;
    view.setUint16(at, positionUnits.pack(minutia.x));
    view.setUint16(at + 2, positionUnits.pack(minutia.y));
    bytes[at + 4] = angleUnits.pack(minutia.angle);
    bytes[at + 5] =
      (minutia.kind === 'bifurcation' ? bifurcationBit : 0) | qualityUnits.pack(minutia.quality);
  }
  return bytes;
}

/** The template again, or null when the bytes are not exactly one packed template of this version. */
export function unpackTemplate(bytes: Uint8Array): FingerprintTemplate | null {
  if (bytes.length < headerLength) return null;
  if (bytes[0] !== magic[0] || bytes[1] !== magic[1] || bytes[2] !== formVersion) return null;
  const count = bytes[8];
  if (bytes[7] > 100 || bytes.length !== headerLength + minutiaLength * count) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const minutiae: Minutia[] = [];
  for (let at = headerLength; at < bytes.length; at += minutiaLength)
    minutiae.push({
      x: positionUnits.unpack(view.getUint16(at)),
      y: positionUnits.unpack(view.getUint16(at + 2)),
      angle: angleUnits.unpack(bytes[at + 4]),
      kind: bytes[at + 5] & bifurcationBit ? 'bifurcation' : 'ending',
      quality: qualityUnits.unpack(bytes[at + 5] & ~bifurcationBit),
    });
  return {
    engine: fingerprintEngineId,
    minutiae,
    width: view.getUint16(3),
    height: view.getUint16(5),
    quality: bytes[7],
  };
}
