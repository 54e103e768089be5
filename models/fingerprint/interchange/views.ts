import { areaLength, readExtendedData, writeBlocks } from './extended-data.ts';
import type { ExtendedLengths, FingerView, RecordFault, RecordMinutia, RecordMinutiaType } from './record.ts';

/*
 * Finger views, laid out alike in both standards, big-endian:
 *   0  1  finger position      1  1  view number (4 bits), impression (4)      2  1  quality      3  1  minutiae n
 *   4  6  per minutia: type (2 bits) and x (14), reserved (2) and y (14), angle (8), quality (8)
 *      2  length of the extended data, 0 for none, and then the blocks
 */

const minutiaeAt = 4;
const minutiaLength = 6;
const areaLengthLength = 2;
const coordinateMask = 0x3fff;
const types = ['other', 'ending', 'bifurcation'] as const satisfies readonly RecordMinutiaType[];

/** The views from `start` to the end of the record, which they must fill. */
export function readViews(
  bytes: Uint8Array,
  start: number,
  count: number,
  usual: ExtendedLengths,
): FingerView[] | RecordFault {
  const views: FingerView[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    const end = endOfView(bytes, at);
    if (end === null) return 'length-mismatch';
    const view = readView(bytes.subarray(at, end), usual);
    if (typeof view === 'string') return view;
    views.push(view);
    at = end;
  }
  return at === bytes.length ? views : 'length-mismatch';
}

function endOfView(bytes: Uint8Array, at: number): number | null {
  if (at + minutiaeAt > bytes.length) return null;
  const areaLengthAt = at + minutiaeAt + bytes[at + 3] * minutiaLength;
  const areaAt = areaLengthAt + areaLengthLength;
  if (areaAt > bytes.length) return null;
  const end = areaAt + ((bytes[areaLengthAt] << 8) | bytes[areaLengthAt + 1]);
  return end > bytes.length ? null : end;
}

function readView(bytes: Uint8Array, usual: ExtendedLengths): FingerView | RecordFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = bytes[3];
  const minutiae: RecordMinutia[] = [];
  for (let i = 0; i < count; i++) {
    const minutia = readMinutia(view, minutiaeAt + i * minutiaLength);
    if (!minutia) return 'bad-minutia-type';
    minutiae.push(minutia);
  }
  const area = bytes.subarray(minutiaeAt + count * minutiaLength + areaLengthLength);
  const extended = readExtendedData(area, usual);
  if (!extended) return 'bad-extended-data';
  return {
    position: bytes[0],
    view: bytes[1] >> 4,
    impression: bytes[1] & 0xf,
    quality: bytes[2],
    minutiae,
    ...extended,
  };
}

function readMinutia(view: DataView, at: number): RecordMinutia | null {
  const typeAndX = view.getUint16(at);
  const reservedAndY = view.getUint16(at + 2);
  const type = types.at(typeAndX >> 14);
  if (!type) return null;
  return {
    type,
    x: typeAndX & coordinateMask,
    y: reservedAndY & coordinateMask,
    angle: view.getUint8(at + 4),
    quality: view.getUint8(at + 5),
    reserved: reservedAndY >> 14,
  };
}

/** Bytes the views take. */
export function lengthOfViews(views: readonly FingerView[]): number {
  return views.reduce((sum, view) => sum + lengthOfView(view), 0);
}

const lengthOfView = ({ minutiae, extended }: FingerView) =>
  minutiaeAt + minutiae.length * minutiaLength + areaLengthLength + areaLength(extended);

/** Writes the views from `start` on; they must be free of faults and `lengthOfViews` bytes be there. */
export function writeViews(bytes: Uint8Array, start: number, views: readonly FingerView[]): void {
  let at = start;
  for (const view of views) {
    const end = at + lengthOfView(view);
    writeView(bytes.subarray(at, end), view);
    at = end;
  }
}

function writeView(bytes: Uint8Array, finger: FingerView): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  bytes.set([
    finger.position,
    (finger.view << 4) | finger.impression,
    finger.quality,
    finger.minutiae.length,
  ]);
  for (const [i, minutia] of finger.minutiae.entries()) {
    const at = minutiaeAt + i * minutiaLength;
    view.setUint16(at, (types.indexOf(minutia.type) << 14) | minutia.x);
    view.setUint16(at + 2, (minutia.reserved << 14) | minutia.y);
    view.setUint8(at + 4, minutia.angle);
    view.setUint8(at + 5, minutia.quality);
  }
  const areaLengthAt = minutiaeAt + finger.minutiae.length * minutiaLength;
  view.setUint16(areaLengthAt, areaLength(finger.extended));
  writeBlocks(bytes, areaLengthAt + areaLengthLength, finger);
}
