import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Central } from './central.ts';

export interface ServedCentral {
  readonly url: string;
  /** Stops listening; central itself stays open. */
  close(): Promise<void>;
}

/** Serves central on this machine, 127.0.0.1; any free port when none is given. Rejects when the port is taken. */
export async function serveCentral(
  central: Pick<Central, 'fetch'>,
  { port = 0 }: { readonly port?: number } = {},
): Promise<ServedCentral> {
  const listener = getRequestListener((request) => central.fetch(ownRequest(request)), {
    overrideGlobalObjects: false,
  });
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('central listens on no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Node's own Request made of the server's, which only resembles one: middleware that copies a request without a
 * stated length would fail on it.
 */
function ownRequest({ url, method, headers, body, signal }: Request): Request {
  return new Request(url, { method, headers, signal, ...(body && { body, duplex: 'half' }) });
}
