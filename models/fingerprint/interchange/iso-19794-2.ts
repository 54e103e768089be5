import {
  captureFieldsLength,
  formatIdentifier,
  formatVersion,
  lengthAt,
  readCaptureHeader,
  writeCaptureHeader,
} from './header.ts';
import type { IsoRecord, RecordFault } from './record.ts';
import { lengthOfViews, readViews, writeViews } from './views.ts';

/*
 * ISO/IEC 19794-2:2005, the record format. Header, 24 bytes: identifier and version (8), length of the record (4), the
 * capture fields (12). Layout as in STANDARDS 4.1, from open implementations (fingerprintio, NIST biomdi).
 */

const captureAt = lengthAt + 4;
const headerLength = captureAt + captureFieldsLength;

/** A record from bytes that begin as one and are as many as its length says; its values are still unchecked. */
export function readIsoRecord(bytes: Uint8Array): IsoRecord | RecordFault {
  if (bytes.length < headerLength) return 'truncated';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { capture, viewCount } = readCaptureHeader(view, captureAt);
  const views = readViews(bytes, headerLength, viewCount, 'of-data');
  if (typeof views === 'string') return views;
  return { standard: 'iso-19794-2-2005', ...capture, views };
}

/** The bytes of a record without faults. */
export function writeIsoRecord(record: IsoRecord): Uint8Array {
  const bytes = new Uint8Array(headerLength + lengthOfViews(record.views));
  const view = new DataView(bytes.buffer);
  bytes.set([...formatIdentifier, ...formatVersion]);
  view.setUint32(lengthAt, bytes.length);
  writeCaptureHeader(view, captureAt, { capture: record, viewCount: record.views.length });
  writeViews(bytes, headerLength, record.views);
  return bytes;
}
