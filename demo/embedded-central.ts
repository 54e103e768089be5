import { join } from 'node:path';
import { type Central, openCentral, serveCentral } from '#sync/central/index.ts';
import { demoSite } from './site.ts';

/**
 * A central of the demo's own, on a free loopback port, its data beside the kiosk's. It has an address before it
 * is open, because its database may be opened only by whoever holds the kiosk of the same folder.
 */
export interface EmbeddedCentral {
  readonly url: string;
  open(): Promise<Central>;
  /** Stops answering, as when the network is gone. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

export async function placeEmbeddedCentral(home: string): Promise<EmbeddedCentral> {
  let central: Central | null = null;
  const notYet = () => new Response(null, { status: 503 });
  const server = await serveCentral({ fetch: async (request) => central?.fetch(request) ?? notYet() });
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= server.close();
    return stopped;
  };
  return {
    url: server.url,
    async open() {
      central ??= await openCentral({ dataDir: join(home, 'central'), issuer: demoSite.issuer });
      return central;
    },
    stop,
    async close() {
      await stop();
      await central?.close();
    },
  };
}
