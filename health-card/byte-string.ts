import { z } from 'zod';

/** Bytes, `min` to `max` of them. */
export const byteString = (min: number, max: number) =>
  z.custom<Uint8Array>(
    (value) => value instanceof Uint8Array && value.length >= min && value.length <= max,
    'bytes',
  );
