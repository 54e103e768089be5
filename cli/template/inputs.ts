import { decodePrint, isRefused, refuse, templatePrint } from '#core/index.ts';
import {
  type FingerprintEngine,
  type FingerprintTemplate,
  type InterchangePrint,
  type MinutiaRecord,
  openFingerprintEngine,
  readRecord,
  toPrints,
} from '#models/fingerprint/index.ts';
import { readInput } from '../files.ts';
import { refusedBy } from '../session.ts';

/*
 * Files named on the command line: pictures of prints, and records of templates. Whatever is wrong with one is a
 * CommandRefused that names the file and, for a record, its fault.
 */

/** Every record of either standard begins so. */
const recordMark = 'FMR\0';
const unknownFinger = 0;

/** The record in a file. Refusals: not-found, not-a-template. */
export async function readTemplateFile(path: string): Promise<MinutiaRecord> {
  return recordOf(path, await readInput(path));
}

/**
 * The template of a print. Refusals: not-found, not-an-image, image-too-large, blank-print, not-a-print, poor-print,
 * print-wrong-resolution.
 */
export async function readPrint(
  path: string,
  dpi: number,
  fingerprint: FingerprintEngine,
): Promise<FingerprintTemplate> {
  return templateOf(path, await readInput(path), dpi, fingerprint);
}

/** The views of a record, or the one print in a picture, which may be of any finger. Refusals: all of the above. */
export async function readEither(
  path: string,
  dpi: number,
  fingerprint: FingerprintEngine,
): Promise<readonly InterchangePrint[]> {
  const bytes = await readInput(path);
  if (new TextDecoder('latin1').decode(bytes.subarray(0, recordMark.length)) === recordMark)
    return printsOf(path, recordOf(path, bytes));
  return [{ template: await templateOf(path, bytes, dpi, fingerprint), position: unknownFinger }];
}

/** The views of a record as templates. Refusal: image-too-large. */
export function printsOf(path: string, record: MinutiaRecord): readonly InterchangePrint[] {
  const making = toPrints(record);
  if (making.outcome === 'refused') throw refusedBy(refuse('image-too-large', [path]));
  return making.prints;
}

/** Runs with the engine, and always closes it. */
export async function withEngine<T>(run: (fingerprint: FingerprintEngine) => Promise<T>): Promise<T> {
  const fingerprint = openFingerprintEngine({ workers: 1 });
  try {
    return await run(fingerprint);
  } finally {
    await fingerprint.close();
  }
}

function recordOf(path: string, bytes: Uint8Array): MinutiaRecord {
  const reading = readRecord(bytes);
  if (reading.outcome === 'read') return reading.record;
  throw refusedBy(refuse('not-a-template', [`${path}: ${reading.reason}`]));
}

async function templateOf(
  path: string,
  bytes: Uint8Array,
  dpi: number,
  fingerprint: FingerprintEngine,
): Promise<FingerprintTemplate> {
  const print = await decodePrint(bytes, dpi);
  const extraction = isRefused(print) ? print : await templatePrint({ fingerprint }, print);
  if (isRefused(extraction)) throw refusedBy(refuse(extraction.code, [path]));
  return extraction.template;
}
