import {
  groupTags,
  type IppAttribute,
  type IppMessage,
  type IppValue,
  numberTags,
  stringTags,
  valueTags,
} from './message.ts';

const version = Uint8Array.of(2, 0);
const nothing = new Uint8Array(0);

/** The wire form of a message. A name or value over 65,535 bytes cannot be written and throws. */
export function encodeIpp({ code, requestId, groups, document }: IppMessage): Uint8Array<ArrayBuffer> {
  return joined([
    version,
    uint16(code),
    int32(requestId),
    ...groups.flatMap((group) => [Uint8Array.of(group.tag), ...group.attributes.flatMap(attribute)]),
    Uint8Array.of(groupTags.end),
    document,
  ]);
}

function attribute({ name, values }: IppAttribute): Uint8Array[] {
  return values.flatMap((value, i) => field(i === 0 ? name : '', value));
}

/** A value under a name; an empty name continues the attribute before. */
function field(name: string, value: IppValue): Uint8Array[] {
  if (value.type !== 'collection') return raw(tagOf(value), name, bytesOf(value));
  return [
    ...raw(valueTags.beginCollection, name, nothing),
    ...value.members.flatMap((member) => [
      ...raw(valueTags.memberName, '', utf8(member.name)),
      ...member.values.flatMap((inner) => field('', inner)),
    ]),
    ...raw(valueTags.endCollection, '', nothing),
  ];
}

function raw(tag: number, name: string, value: Uint8Array): Uint8Array[] {
  const nameBytes = utf8(name);
  return [Uint8Array.of(tag), uint16(nameBytes.length), nameBytes, uint16(value.length), value];
}

type PlainValue = Exclude<IppValue, { type: 'collection' }>;

function tagOf(value: PlainValue): number {
  if (value.type === 'other') return value.tag;
  return { ...stringTags, ...numberTags, ...valueTags }[value.type];
}

function bytesOf(value: PlainValue): Uint8Array {
  if (value.type === 'other') return value.bytes;
  if (value.type === 'range') return joined([int32(value.low), int32(value.high)]);
  if (typeof value.value === 'string') return utf8(value.value);
  return typeof value.value === 'number' ? int32(value.value) : Uint8Array.of(value.value ? 1 : 0);
}

const utf8 = (text: string) => new TextEncoder().encode(text);

function uint16(value: number): Uint8Array {
  if (value > 0xffff) throw new RangeError(`${value} bytes in one IPP field`);
  return Uint8Array.of(value >> 8, value);
}

function int32(value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(4));
  view.setInt32(0, value);
  return new Uint8Array(view.buffer);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
