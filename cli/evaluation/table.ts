import { promisedRate } from '#models/evaluation/index.ts';
import type { FingerprintFigures, PooledRates } from '#models/fingerprint/index.ts';
import { aligned } from './aligned.ts';
import { shortNames } from './short-names.ts';

/* Error rates for people to read: one row a folder, then what is said of all of them. */

type Figures = Partial<FingerprintFigures> & { readonly unreadable?: number };
type Row = Figures & { readonly name: string };

interface Column {
  readonly head: string;
  /** Null where the row says nothing of it. */
  readonly cell: (row: Row) => string | null;
}

const columns: readonly Column[] = [
  { head: '', cell: ({ name }) => name },
  { head: 'prints', cell: ({ images }) => whole(images) },
  { head: 'unreadable', cell: ({ unreadable }) => whole(unreadable) },
  { head: 'refused', cell: ({ failedToExtract }) => whole(failedToExtract) },
  { head: 'genuine', cell: ({ genuine }) => whole(genuine) },
  { head: 'impostor', cell: ({ impostor }) => whole(impostor) },
  { head: 'EER %', cell: ({ eer }) => percent(eer) },
  { head: 'FMR100 %', cell: ({ fmr100 }) => percent(fmr100) },
  { head: 'FMR1000 %', cell: ({ fmr1000 }) => percent(fmr1000) },
  { head: 'ZeroFMR %', cell: ({ zeroFmr }) => percent(zeroFmr) },
  { head: 'rank-1 %', cell: ({ rank1 }) => percent(rank1) },
  { head: 'extract ms (p95)', cell: ({ extractMs: ms }) => pairOf(ms?.median, ms?.p95) },
  { head: 'compare /s', cell: ({ comparisonsPerSecond }) => whole(comparisonsPerSecond) },
  { head: 'bytes (max)', cell: ({ templateBytes: bytes }) => pairOf(bytes?.median, bytes?.max) },
];

/** One row a folder; with several, also their mean, all pooled, and how well the decibels hold. */
export function figuresTable(
  folders: readonly (Figures & { readonly folder: string })[],
  overSets: { readonly mean: Figures; readonly pooled: PooledRates & Figures } | null,
): string {
  const names = shortNames(folders.map(({ folder }) => folder));
  const rows: Row[] = folders.map((figures, at) => ({ ...figures, name: names[at] }));
  if (!overSets) return lined(rows);
  const { mean, pooled } = overSets;
  const all = [...rows, { name: 'mean', ...mean }, { name: 'pooled, one threshold', ...pooled }];
  return `${lined(all)}\n\n${calibrationLines(pooled)}`;
}

function calibrationLines({ decision, calibration }: PooledRates): string {
  const { decibels, falseNonMatchRate, falseMatchRate } = decision;
  return [
    `At ${decibels} dB ${percent(falseNonMatchRate)} % of genuine pairs are missed, ${rare(falseMatchRate)} of impostors pass.`,
    ...calibration.map(
      (point) =>
        `${point.decibels} dB: false match rate ${rare(point.falseMatchRate)}, promised ${rare(promisedRate(point.decibels))}`,
    ),
  ].join('\n');
}

/** Columns of which no row says anything are left out. */
function lined(rows: readonly Row[]): string {
  const shown = columns
    .map(({ head, cell }) => ({ head, cells: rows.map((row) => cell(row)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== null))
    .map(({ head, cells }) => [head, ...cells.map((cell) => cell ?? '')]);
  return aligned(shown);
}

function whole(value: number | undefined): string | null {
  return value === undefined ? null : Math.round(value).toLocaleString('en');
}

function percent(rate: number | undefined): string | null {
  if (rate === undefined) return null;
  return Number.isNaN(rate) ? '-' : (100 * rate).toFixed(2);
}

/** A rate too small for two decimals of a per cent. */
function rare(rate: number): string {
  return `${(100 * rate).toFixed(3)} %`;
}

function pairOf(typical: number | undefined, worst: number | undefined): string | null {
  return typical === undefined ? null : `${whole(typical)} (${whole(worst)})`;
}
