import { join } from 'node:path';
import { type Central, openCentral, serveCentral } from '#sync/central/index.ts';
import { demoSite } from './site.ts';

/** A central of the demo's own, on a free loopback port, its data beside the kiosk's. */
export interface EmbeddedCentral {
  readonly central: Central;
  readonly url: string;
  close(): Promise<void>;
}

export async function startEmbeddedCentral(home: string): Promise<EmbeddedCentral> {
  const central = await openCentral({ dataDir: join(home, 'central'), issuer: demoSite.issuer });
  const server = await serveCentral(central, { port: 0 });
  return {
    central,
    url: server.url,
    async close() {
      await server.close();
      await central.close();
    },
  };
}
