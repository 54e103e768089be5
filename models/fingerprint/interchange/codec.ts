import { readAnsiRecord, writeAnsiRecord } from './ansi-378.ts';
import { findFault } from './fault.ts';
import { formatIdentifier, formatVersion, lengthAt } from './header.ts';
import { readIsoRecord, writeIsoRecord } from './iso-19794-2.ts';
import type { MinutiaRecord, RecordFault, RecordRefused } from './record.ts';

/*
 * The two standards begin with the same eight bytes and differ in the length field behind them. A length that fits
 * decides: no bytes can be as long as more than one of the three fields says.
 */

export type RecordReading = { readonly outcome: 'read'; readonly record: MinutiaRecord } | RecordRefused;
export type RecordWriting = { readonly outcome: 'written'; readonly bytes: Uint8Array } | RecordRefused;

/** Shorter than either header. */
const leastLength = 24;

/**
 * Reads one record of either standard, or says why it is none. Never throws; the time grows with the bytes. Writing
 * what was read gives the same bytes again.
 */
export function readRecord(bytes: Uint8Array): RecordReading {
  const record = read(bytes);
  if (typeof record === 'string') return { outcome: 'refused', reason: record };
  const fault = findFault(record);
  return fault ? { outcome: 'refused', reason: fault } : { outcome: 'read', record };
}

function read(bytes: Uint8Array): MinutiaRecord | RecordFault {
  if (!formatIdentifier.every((byte, i) => bytes[i] === byte)) return 'not-a-minutiae-record';
  const versionAt = formatIdentifier.length;
  if (formatVersion.some((byte, i) => versionAt + i < bytes.length && bytes[versionAt + i] !== byte))
    return 'unsupported-variant';
  if (bytes.length < leastLength) return 'truncated';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const two = view.getUint16(lengthAt);
  if (view.getUint32(lengthAt) === bytes.length) return readIsoRecord(bytes);
  if (two === bytes.length) return readAnsiRecord(bytes, 'short');
  if (two === 0 && view.getUint32(lengthAt + 2) === bytes.length) return readAnsiRecord(bytes, 'long');
  return likelyLength(view) > bytes.length ? 'truncated' : 'length-mismatch';
}

/** The length a record most likely means when none of its three readings fits. */
function likelyLength(view: DataView): number {
  const leastAnsiLength = 26;
  const two = view.getUint16(lengthAt);
  if (two >= leastAnsiLength) return two;
  if (two > 0 || view.getUint16(lengthAt + 2) >= leastLength) return view.getUint32(lengthAt);
  return view.getUint32(lengthAt + 2);
}

/** The bytes of a record, or the first thing in it that its standard does not allow. */
export function writeRecord(record: MinutiaRecord): RecordWriting {
  const fault = findFault(record);
  if (fault) return { outcome: 'refused', reason: fault };
  const bytes = record.standard === 'ansi-378-2004' ? writeAnsiRecord(record) : writeIsoRecord(record);
  return typeof bytes === 'string' ? { outcome: 'refused', reason: bytes } : { outcome: 'written', bytes };
}
