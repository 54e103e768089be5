/*
 * Base45 (RFC 9285): two bytes become three characters of the QR alphanumeric set, least significant first;
 * a last odd byte becomes two. Strict on purpose: a character from outside the alphabet or a group that
 * overflows is refused, never skipped, because a lenient reader would accept many texts for one card.
 * A trailing space is data.
 */

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const BASE = 45;
const values = new Map([...ALPHABET].map((character, value) => [character, value]));

/** Bytes as Base45 text. */
export function encodeBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const pair = at + 1 < bytes.length;
    const value = pair ? bytes[at] * 256 + bytes[at + 1] : bytes[at];
    text += ALPHABET[value % BASE] + ALPHABET[Math.floor(value / BASE) % BASE];
    if (pair) text += ALPHABET[Math.floor(value / BASE ** 2)];
  }
  return text;
}

/** The bytes of a Base45 text, or null where it is not one. */
export function decodeBase45(text: string): Uint8Array | null {
  if (text.length % 3 === 1) return null;
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const group = text.slice(at, at + 3);
    const digits = [...group].map((character) => values.get(character) ?? Number.NaN);
    const value = digits.reduceRight((sum, digit) => sum * BASE + digit, 0);
    const greatest = group.length === 3 ? 0xffff : 0xff;
    if (!(value <= greatest)) return null;
    if (group.length === 3) bytes.push(value >> 8);
    bytes.push(value & 0xff);
  }
  return Uint8Array.from(bytes);
}
