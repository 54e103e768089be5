import { decode, encode, rfc8949EncodeOptions, Tagged } from 'cborg';

/*
 * CBOR (RFC 8949) read with suspicion. A scan of the item heads comes first: it bounds nesting and number and refuses
 * indefinite lengths and lengths that run past the end, so the recursive decoder behind it meets nothing deep
 * or unfinished. Maps stay Maps (keys are integers) and a repeated key is refused.
 */

const MAX_DEPTH = 16;
const MAX_ITEMS = 4096;
const MAJOR = { bytes: 2, text: 3, array: 4, map: 5, tag: 6 } as const;

/** The tags a card may carry: COSE_Encrypt0, COSE_Sign1, CWT. Any other tag is refused. */
const tags = Tagged.preserve(16, 18, 61);

export type CborReading = { outcome: 'decoded'; value: unknown } | { outcome: 'damaged'; reason: string };

/** One CBOR item that fills the bytes exactly. Never throws. */
export function readCbor(bytes: Uint8Array): CborReading {
  const fault = faultInHeads(bytes);
  if (fault !== null) return { outcome: 'damaged', reason: fault };
  try {
    const value: unknown = decode(bytes, {
      useMaps: true,
      rejectDuplicateMapKeys: true,
      allowIndefinite: false,
      tags,
    });
    return { outcome: 'decoded', value };
  } catch (error) {
    const repeated = error instanceof Error && /repeat map key/.test(error.message);
    return { outcome: 'damaged', reason: repeated ? 'duplicate-key' : 'cbor' };
  }
}

/** Deterministic CBOR of maps, arrays, byte strings, text and integers. */
export function writeCbor(value: unknown): Uint8Array {
  return encode(value, rfc8949EncodeOptions);
}

function faultInHeads(bytes: Uint8Array): string | null {
  const open: number[] = [];
  let at = 0;
  let items = 0;
  do {
    if (++items > MAX_ITEMS) return 'too-many-items';
    const head = readHead(bytes, at);
    if (head === null) return 'cbor';
    at = head.end;
    if (head.children > 0) open.push(head.children);
    else while (open.length > 0 && --open[open.length - 1] === 0) open.pop();
    if (open.length > MAX_DEPTH) return 'too-deep';
  } while (open.length > 0);
  return at === bytes.length ? null : 'cbor';
}

/** Where an item's head (and, for a string, its body) ends and how many items it holds. */
function readHead(bytes: Uint8Array, at: number): { end: number; children: number } | null {
  if (at >= bytes.length) return null;
  const major = bytes[at] >> 5;
  const short = bytes[at] & 31;
  if (short > 27) return null;
  const width = short < 24 ? 0 : 2 ** (short - 24);
  let end = at + 1 + width;
  if (end > bytes.length) return null;
  let argument = short;
  if (width > 0) argument = bytes.subarray(at + 1, end).reduce((sum, byte) => sum * 256 + byte, 0);
  if (major === MAJOR.bytes || major === MAJOR.text) end += argument;
  if (end > bytes.length) return null;
  const children = { [MAJOR.array]: argument, [MAJOR.map]: 2 * argument, [MAJOR.tag]: 1 }[major] ?? 0;
  return { end, children };
}
