import { readFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import type { Handler } from 'hono';
import { getMimeType } from 'hono/utils/mime';

/** Serves the built screens from a folder, and nothing outside it. Built names carry a hash and may be kept. */
export function screens(folder: string): Handler {
  return async (c, next) => {
    const path = c.req.path === '/' ? '/index.html' : c.req.path;
    const file = normalize(join(folder, path));
    if (!file.startsWith(folder + sep)) return next();
    try {
      const bytes = Uint8Array.from(await readFile(file));
      const cacheControl = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
      const type = getMimeType(file) ?? 'application/octet-stream';
      return c.body(bytes, 200, { 'content-type': type, 'cache-control': cacheControl });
    } catch {
      return next();
    }
  };
}
