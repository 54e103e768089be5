import {
  groupTags,
  type IppAttribute,
  type IppGroup,
  type IppMessage,
  type IppValue,
  numberTags,
  stringTags,
  valueTags,
} from './message.ts';

export type Decoded =
  | { readonly outcome: 'message'; readonly message: IppMessage }
  | { readonly outcome: 'garbled' };

/** Tags below this open a group; from here on they tell a value's type. */
const firstValueTag = 0x10;
/** No real attribute nests deeper than media-col-database, which takes three. */
const deepestCollection = 16;

type NumberType = keyof typeof numberTags;
type StringType = keyof typeof stringTags;

const stringTypes = new Map<number, StringType>([
  [stringTags.text, 'text'],
  [stringTags.name, 'name'],
  [stringTags.keyword, 'keyword'],
  [stringTags.uri, 'uri'],
  [stringTags.charset, 'charset'],
  [stringTags.language, 'language'],
  [stringTags.mime, 'mime'],
]);
const numberTypes = new Map<number, NumberType>([
  [numberTags.integer, 'integer'],
  [numberTags.enum, 'enum'],
]);

/** The message in some bytes, whoever sent them. Never throws: what is not IPP is `garbled`. */
export function decodeIpp(bytes: Uint8Array): Decoded {
  try {
    return { outcome: 'message', message: message(new Cursor(bytes)) };
  } catch (error) {
    if (error instanceof RangeError) return { outcome: 'garbled' };
    throw error;
  }
}

/** Reads forward; reading past the end is a RangeError, which `decodeIpp` turns into its answer. */
class Cursor {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    // A Buffer is no plain Uint8Array: its slice shares memory.
    this.#bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  uint8 = () => this.#view.getUint8(this.#advance(1));
  uint16 = () => this.#view.getUint16(this.#advance(2));
  int32 = () => this.#view.getInt32(this.#advance(4));
  peek = () => this.#view.getUint8(this.#at);
  rest = () => this.#bytes.slice(this.#at);

  /** A field: its length in two bytes, then as many. */
  field(): Uint8Array {
    const length = this.uint16();
    const from = this.#advance(length);
    if (this.#at > this.#bytes.length) throw new RangeError('field beyond the end');
    return this.#bytes.slice(from, this.#at);
  }

  #advance(by: number): number {
    this.#at += by;
    return this.#at - by;
  }
}

function message(cursor: Cursor): IppMessage {
  cursor.uint16();
  const code = cursor.uint16();
  const requestId = cursor.int32();
  const groups: IppGroup[] = [];
  for (let tag = cursor.uint8(); tag !== groupTags.end; tag = cursor.uint8()) {
    if (tag >= firstValueTag) throw new RangeError('value outside a group');
    groups.push({ tag, attributes: attributes(cursor) });
  }
  return { code, requestId, groups, document: cursor.rest() };
}

function attributes(cursor: Cursor): IppAttribute[] {
  const found: { name: string; values: IppValue[] }[] = [];
  while (cursor.peek() >= firstValueTag) {
    const tag = cursor.uint8();
    const name = text(cursor.field());
    const value = valueAfterName(cursor, tag, 0);
    const last = found.at(-1);
    if (name !== '' || !last) found.push({ name, values: [value] });
    else last.values.push(value);
  }
  return found;
}

function valueAfterName(cursor: Cursor, tag: number, depth: number): IppValue {
  const bytes = cursor.field();
  if (tag === valueTags.beginCollection) return { type: 'collection', members: members(cursor, depth + 1) };
  const string = stringTypes.get(tag);
  if (string) return { type: string, value: text(bytes) };
  const view = new DataView(bytes.buffer);
  const number = numberTypes.get(tag);
  if (number && bytes.length === 4) return { type: number, value: view.getInt32(0) };
  if (tag === valueTags.boolean && bytes.length === 1) return { type: 'boolean', value: bytes[0] !== 0 };
  if (tag === valueTags.range && bytes.length === 8)
    return { type: 'range', low: view.getInt32(0), high: view.getInt32(4) };
  return { type: 'other', tag, bytes };
}

function members(cursor: Cursor, depth: number): IppAttribute[] {
  if (depth > deepestCollection) throw new RangeError('collections nested too deep');
  const found: { name: string; values: IppValue[] }[] = [];
  for (let tag = cursor.uint8(); tag !== valueTags.endCollection; tag = cursor.uint8()) {
    cursor.field();
    if (tag === valueTags.memberName) {
      found.push({ name: text(cursor.field()), values: [] });
      continue;
    }
    const member = found.at(-1);
    if (!member || tag < firstValueTag) throw new RangeError('value without a member name');
    member.values.push(valueAfterName(cursor, tag, depth));
  }
  cursor.field();
  cursor.field();
  return found;
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
