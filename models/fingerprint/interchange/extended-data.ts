import type { ExtendedBlock, ExtendedLengths } from './record.ts';

/*
 * The extended data of a view: blocks of type (2 bytes), length (2) and data, end to end. ANSI INCITS 378-2004 counts
 * the four bytes of type and length in the length. ISO/IEC 19794-2:2005 counts the data alone, but NIST's libraries
 * read and write it the ANSI way, so for both standards both readings are tried, the standard's own first, and only
 * one that fills the area exactly is taken.
 */

const blockHeaderLength = 4;
/** Blocks in a view; the standards set no limit, but millions of empty ones would fill the memory. */
export const mostBlocks = 255;

export interface ExtendedData {
  readonly extended: readonly ExtendedBlock[];
  readonly extendedLengths: ExtendedLengths;
}

/** The blocks in the area, or null when no reading of their lengths fills it. */
export function readExtendedData(area: Uint8Array, usual: ExtendedLengths): ExtendedData | null {
  const unusual = usual === 'of-data' ? 'of-block' : 'of-data';
  for (const extendedLengths of [usual, unusual] as const) {
    const extended = readBlocks(area, extendedLengths);
    if (extended) return { extended, extendedLengths };
  }
  return null;
}

function readBlocks(area: Uint8Array, lengths: ExtendedLengths): ExtendedBlock[] | null {
  const view = new DataView(area.buffer, area.byteOffset, area.byteLength);
  const blocks: ExtendedBlock[] = [];
  let at = 0;
  while (at < area.length) {
    const dataAt = at + blockHeaderLength;
    if (dataAt > area.length || blocks.length === mostBlocks) return null;
    const end = view.getUint16(at + 2) + (lengths === 'of-data' ? dataAt : at);
    if (end < dataAt || end > area.length) return null;
    blocks.push({ type: view.getUint16(at), data: new Uint8Array(area.subarray(dataAt, end)) });
    at = end;
  }
  return blocks;
}

/** Bytes the blocks take, without the length of the area itself. */
export function areaLength(blocks: readonly ExtendedBlock[]): number {
  return blocks.reduce((sum, { data }) => sum + blockHeaderLength + data.length, 0);
}

/** Writes the blocks from `at` on; there must be `areaLength` bytes. */
export function writeBlocks(
  bytes: Uint8Array,
  at: number,
  { extended, extendedLengths }: ExtendedData,
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let blockAt = at;
  for (const { type, data } of extended) {
    view.setUint16(blockAt, type);
    view.setUint16(blockAt + 2, data.length + (extendedLengths === 'of-data' ? 0 : blockHeaderLength));
    bytes.set(data, blockAt + blockHeaderLength);
    blockAt += blockHeaderLength + data.length;
  }
}
