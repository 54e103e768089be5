import type { CaptureFields } from './record.ts';

/*
 * What both headers share. They begin with "FMR", 0, " 20", 0 and end with, big-endian:
 *   0  2  certified (bit 15), reserved (14..12), device id (11..0)
 *   2  2  width      4  2  height      6  2  resolution x      8  2  resolution y, pixels a centimetre
 *  10  1  number of views      11  1  reserved
 */

export const formatIdentifier = [0x46, 0x4d, 0x52, 0x00] as const;
export const formatVersion = [0x20, 0x32, 0x30, 0x00] as const;
/** Where the length field is. */
export const lengthAt = 8;
export const captureFieldsLength = 12;

export interface CaptureHeader {
  readonly capture: CaptureFields;
  readonly viewCount: number;
}

export function readCaptureHeader(view: DataView, at: number): CaptureHeader {
  const device = view.getUint16(at);
  return {
    capture: {
      certified: device >> 15 === 1,
      reservedCompliance: (device >> 12) & 7,
      device: device & 0xfff,
      width: view.getUint16(at + 2),
      height: view.getUint16(at + 4),
      resolutionX: view.getUint16(at + 6),
      resolutionY: view.getUint16(at + 8),
      reserved: view.getUint8(at + 11),
    },
    viewCount: view.getUint8(at + 10),
  };
}

export function writeCaptureHeader(view: DataView, at: number, { capture, viewCount }: CaptureHeader): void {
  const certified = capture.certified ? 1 << 15 : 0;
  view.setUint16(at, certified | (capture.reservedCompliance << 12) | capture.device);
  view.setUint16(at + 2, capture.width);
  view.setUint16(at + 4, capture.height);
  view.setUint16(at + 6, capture.resolutionX);
  view.setUint16(at + 8, capture.resolutionY);
  view.setUint8(at + 10, viewCount);
  view.setUint8(at + 11, capture.reserved);
}
