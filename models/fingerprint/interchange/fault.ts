import { areaLength, mostBlocks } from './extended-data.ts';
import type { CaptureFields, FingerView, MinutiaRecord, RecordFault, RecordMinutia } from './record.ts';

/* What the standards allow in each field, in one place: for what was read as for what is to be written. */

/** ISO/IEC 19794-2 asks for 99 pixels a centimetre (250 dpi); ANSI only that there be a resolution. */
const leastResolution = { 'iso-19794-2-2005': 99, 'ansi-378-2004': 1 } as const;
const mostAngle = { 'iso-19794-2-2005': 255, 'ansi-378-2004': 179 } as const;
const most2 = 0x3;
const most3 = 0x7;
const most4 = 0xf;
const most8 = 0xff;
const most12 = 0xfff;
const most14 = 0x3fff;
const most16 = 0xffff;
const mostPosition = 10;
const mostQuality = 100;

/** The first thing in a record that its standard does not allow, or null. */
export function findFault(record: MinutiaRecord): RecordFault | null {
  const fault = findHeaderFault(record);
  if (fault) return fault;
  for (const view of record.views) {
    const viewFault = findViewFault(view, record);
    if (viewFault) return viewFault;
  }
  return null;
}

function findHeaderFault(record: MinutiaRecord): RecordFault | null {
  const least = leastResolution[record.standard];
  const product = record.standard === 'ansi-378-2004' ? [record.productOwner, record.productType] : [];
  if (
    !within(record.reservedCompliance, 0, most3) ||
    !within(record.device, 0, most12) ||
    !within(record.reserved, 0, most8) ||
    !product.every((half) => within(half, 0, most16))
  )
    return 'bad-header';
  if (!within(record.width, 1, most16) || !within(record.height, 1, most16)) return 'bad-image-size';
  if (!within(record.resolutionX, least, most16) || !within(record.resolutionY, least, most16))
    return 'bad-resolution';
  return within(record.views.length, 1, most8) ? null : 'bad-view-count';
}

function findViewFault(view: FingerView, record: MinutiaRecord): RecordFault | null {
  if (!within(view.position, 0, mostPosition)) return 'bad-position';
  if (!within(view.view, 0, most4)) return 'bad-view-number';
  if (!within(view.impression, 0, most4)) return 'bad-impression';
  if (!within(view.quality, 0, mostQuality)) return 'bad-quality';
  if (view.minutiae.length > most8) return 'bad-minutia-count';
  for (const minutia of view.minutiae) {
    const fault = findMinutiaFault(minutia, record, mostAngle[record.standard]);
    if (fault) return fault;
  }
  if (!view.extended.every((block) => within(block.type, 0, most16))) return 'bad-extended-data';
  const fits = view.extended.length <= mostBlocks && areaLength(view.extended) <= most16;
  return fits ? null : 'bad-extended-data';
}

function findMinutiaFault(minutia: RecordMinutia, image: CaptureFields, most: number): RecordFault | null {
  if (!within(minutia.x, 0, Math.min(most14, image.width - 1))) return 'point-outside-image';
  if (!within(minutia.y, 0, Math.min(most14, image.height - 1))) return 'point-outside-image';
  if (!within(minutia.angle, 0, most)) return 'bad-angle';
  if (!within(minutia.quality, 0, mostQuality)) return 'bad-quality';
  return within(minutia.reserved, 0, most2) ? null : 'bad-minutia';
}

function within(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
