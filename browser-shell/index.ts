import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { guard, type WebHandler } from './guard.ts';
import { createLaunchToken } from './launch-token.ts';

export type { WebHandler } from './guard.ts';

const loopback = '127.0.0.1';

/** A kiosk that a browser on this machine can open. */
export interface ServedKiosk {
  /** Opens the kiosk once, within 15 minutes: sets the session's cookie and leads to `/`. */
  readonly launchUrl: string;
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  /** Ends the server and every open stream; the kiosk itself stays open. */
  close(): Promise<void>;
}

/**
 * Serves a kiosk to one browser window on this machine.
 * @param options.port 0 or left out: any free port
 * @throws when the port is taken (`EADDRINUSE`)
 */
export async function serveKiosk(kiosk: WebHandler, options: { port?: number } = {}): Promise<ServedKiosk> {
  const server = createServer();
  server.listen(options.port ?? 0, loopback);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('listening without a port');

  const token = createLaunchToken();
  const door = guard(kiosk, token, address.port);
  const answer = (request: Request) => door.fetch(ownRequest(request));
  server.on('request', getRequestListener(answer, { hostname: loopback, overrideGlobalObjects: false }));
  const origin = `http://${loopback}:${address.port}`;
  return {
    launchUrl: `${origin}/launch?token=${token.text}`,
    origin,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/**
 * Node's own Request made of the server's. The server's only resembles one: `new Request(request)`, which middleware
 * does with a body of unannounced length, throws on it.
 */
function ownRequest({ url, method, headers, body, signal }: Request): Request {
  const init = { method, headers, body, signal, duplex: 'half' };
  return new Request(url, init);
}
