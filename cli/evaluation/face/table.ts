import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { refuse } from '#core/index.ts';
import { readInput } from '../../files.ts';
import { type CommandRefused, refusedBy } from '../../session.ts';

/*
 * A CSV file named on the command line: UTF-8, commas, the first line names the columns. What is wrong with it is refused
 * with the line and the reason, never with what stands there.
 */

export interface Row {
  /** Of the file, from 1. */
  readonly line: number;
  /** As many as there are columns. */
  readonly cells: readonly string[];
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** The refusal of a line, or of the file as a whole. */
  wrong(reason: string, line?: number): CommandRefused;
}

const Parsed = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/**
 * Throws CommandRefused: not-found, or invalid-request for what is no CSV, is empty, or names a column twice.
 *
 * @param option the option that named the file, for the refusal
 */
export async function readTable(option: string, path: string): Promise<Table> {
  const bytes = await readInput(path);
  const wrong = (reason: string, line?: number) =>
    refusedBy(
      refuse('invalid-request', [
        `${option} ${path}${line === undefined ? '' : `, line ${line}`}: ${reason}`,
      ]),
    );
  const [head, ...rows] = parsed(bytes, wrong).map(({ record, info }) => ({
    line: info.lines,
    cells: record,
  }));
  if (!head || rows.length === 0) throw wrong('there is nothing in it below the names of the columns');
  if (new Set(head.cells).size < head.cells.length) throw wrong('two columns have the same name', head.line);
  return { columns: head.cells, rows, wrong };
}

function parsed(bytes: Uint8Array, wrong: Table['wrong']) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return Parsed.parse(parse(text, { bom: true, info: true, trim: true, skip_empty_lines: true }));
  } catch (error) {
    if (error instanceof TypeError) throw wrong('it is not UTF-8');
    if (!(error instanceof CsvError)) throw error;
    const line = z.object({ lines: z.number() }).safeParse(error).data?.lines;
    throw wrong(reasons[error.code] ?? 'it is no CSV', line);
  }
}

const reasons: Readonly<Record<string, string>> = {
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: 'it has more or fewer columns than the first line',
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is never closed',
};
