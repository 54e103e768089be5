import {
  captureFieldsLength,
  formatIdentifier,
  formatVersion,
  lengthAt,
  readCaptureHeader,
  writeCaptureHeader,
} from './header.ts';
import type { AnsiRecord, FingerView, RecordFault } from './record.ts';
import { lengthOfViews, readViews, writeViews } from './views.ts';

/*
 * ANSI INCITS 378-2004. Header, 26 bytes: identifier and version (8), length of the record (2), CBEFF product
 * identifier (owner 2, type 2), the capture fields (12). A record of 65,536 bytes and more has 0 for its length and the
 * length in four more bytes, so 30. Layout as in STANDARDS 4.2, from open implementations (fingerprintio, NIST biomdi).
 */

const mostShortLength = 0xffff;
const productLength = 4;
const productAt = { short: lengthAt + 2, long: lengthAt + 6 } as const;
const captureAt = { short: productAt.short + productLength, long: productAt.long + productLength } as const;
const headerLength = {
  short: captureAt.short + captureFieldsLength,
  long: captureAt.long + captureFieldsLength,
} as const;

type LengthField = AnsiRecord['lengthField'];

/** A record from bytes that begin as one and are as many as its length says; its values are still unchecked. */
export function readAnsiRecord(bytes: Uint8Array, lengthField: LengthField): AnsiRecord | RecordFault {
  if (bytes.length < headerLength[lengthField]) return 'truncated';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { capture, viewCount } = readCaptureHeader(view, captureAt[lengthField]);
  const views = readViews(bytes, headerLength[lengthField], viewCount, 'of-block');
  if (typeof views === 'string') return views;
  return {
    standard: 'ansi-378-2004',
    productOwner: view.getUint16(productAt[lengthField]),
    productType: view.getUint16(productAt[lengthField] + 2),
    lengthField,
    ...capture,
    views,
  };
}

/** The bytes of a record without faults, or `too-long` when its length field is too short for it. */
export function writeAnsiRecord(record: AnsiRecord): Uint8Array | 'too-long' {
  const { lengthField, views } = record;
  const bytes = new Uint8Array(headerLength[lengthField] + lengthOfViews(views));
  if (lengthField === 'short' && bytes.length > mostShortLength) return 'too-long';
  const view = new DataView(bytes.buffer);
  bytes.set([...formatIdentifier, ...formatVersion]);
  if (lengthField === 'short') view.setUint16(lengthAt, bytes.length);
  else view.setUint32(lengthAt + 2, bytes.length);
  view.setUint16(productAt[lengthField], record.productOwner);
  view.setUint16(productAt[lengthField] + 2, record.productType);
  writeCaptureHeader(view, captureAt[lengthField], { capture: record, viewCount: views.length });
  writeViews(bytes, headerLength[lengthField], views);
  return bytes;
}

/** The length field the standard asks for when a record has these views. */
export function lengthFieldFor(views: readonly FingerView[]): LengthField {
  return headerLength.short + lengthOfViews(views) > mostShortLength ? 'long' : 'short';
}
