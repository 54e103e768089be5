import { refuse } from '#core/index.ts';
import {
  type InterchangePrint,
  type InterchangeStandard,
  type MinutiaRecord,
  toRecord,
  writeRecord,
} from '#models/fingerprint/index.ts';
import type { OutputFile } from '../output-file.ts';
import { refusedBy } from '../session.ts';

/**
 * A record of the prints. Refusal: invalid-request, with what does not fit the standard.
 *
 * @param like a record whose device the new one names
 */
export function recordOf(
  prints: readonly InterchangePrint[],
  standard: InterchangeStandard,
  like?: MinutiaRecord,
): MinutiaRecord {
  const making = toRecord(prints, { standard, certified: like?.certified, device: like?.device });
  if (making.outcome === 'made') return making.record;
  throw refusedBy(refuse('invalid-request', [making.reason]));
}

/** Writes the record and returns its length in bytes. Refusals: invalid-request, cannot-write, disk-full. */
export async function writeTo(output: OutputFile, record: MinutiaRecord): Promise<number> {
  const writing = writeRecord(record);
  if (writing.outcome === 'refused') throw refusedBy(refuse('invalid-request', [writing.reason]));
  await output.write(writing.bytes);
  return writing.bytes.length;
}
