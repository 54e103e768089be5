import { deflateSync, inflateSync } from 'node:zlib';
import { z } from 'zod';
import { decodeBase45, encodeBase45 } from './base45.ts';

/* The outermost layers: COSE bytes in zlib (RFC 1950) in Base45, printed as an alphanumeric QR without a prefix. */

/** The most characters an alphanumeric QR can hold (version 40-L); nothing longer came from one. */
const MAX_TEXT = 4296;
const MAX_INFLATED = 64 * 1024;
const DEFLATE = { level: 9 };
/** CMF of every zlib stream with a 32 KiB window; with FLG it is a multiple of 31 (RFC 1950). */
const ZLIB_CMF = 0x78;

export type Unpacking =
  | { outcome: 'unpacked'; bytes: Uint8Array }
  | { outcome: 'not-a-health-card' }
  | { outcome: 'damaged'; reason: string };

export function packQrText(bytes: Uint8Array): string {
  return encodeBase45(deflateSync(bytes, DEFLATE));
}

/** The bytes in a scanned text. Text that does not begin as a zlib stream came from some other code. Never throws. */
export function unpackQrText(text: string): Unpacking {
  if (!opensZlib(text)) return { outcome: 'not-a-health-card' };
  if (text.length > MAX_TEXT) return damaged('too-long');
  const compressed = decodeBase45(text);
  return compressed === null ? damaged('base45') : inflate(compressed);
}

/** The first three characters hold the zlib header: a cheap way to know other codes. */
function opensZlib(text: string): boolean {
  const header = decodeBase45(text.slice(0, 3));
  return header?.length === 2 && header[0] === ZLIB_CMF && (header[0] * 256 + header[1]) % 31 === 0;
}

/** What inflateSync returns with `info`; Node's types leave it out. */
const Inflated = z.object({
  buffer: z.instanceof(Uint8Array),
  engine: z.object({ bytesWritten: z.number() }),
});

function inflate(compressed: Uint8Array): Unpacking {
  try {
    // `info` tells how much was consumed: bytes behind the stream would be outside the signature.
    const options = { maxOutputLength: MAX_INFLATED, info: true };
    const { buffer, engine } = Inflated.parse(inflateSync(compressed, options));
    if (engine.bytesWritten !== compressed.length) return damaged('trailing-bytes');
    return { outcome: 'unpacked', bytes: buffer };
  } catch (error) {
    const bomb = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return damaged(bomb ? 'inflates-too-large' : 'zlib');
  }
}

const damaged = (reason: string) => ({ outcome: 'damaged', reason }) as const;
