import type { Context } from 'hono';

const usualDpi = 500;

/** The resolution a print was sent with, `?dpi=508`; 500 when it is not said or makes no sense. */
export function dpiOf(c: Context): number {
  const dpi = Number(c.req.query('dpi') ?? usualDpi);
  return Number.isInteger(dpi) && dpi >= 100 && dpi <= 2000 ? dpi : usualDpi;
}
