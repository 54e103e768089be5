import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServedKiosk, serveKiosk } from '#browser-shell/index.ts';
import { isRefused, passphraseCustody, type Site, writeSite } from '#core/index.ts';
import { type Appliance, type DemoWorld, openAppliance } from '#demo/index.ts';

export interface DemoKiosk {
  readonly home: string;
  readonly appliance: Appliance;
  readonly served: ServedKiosk;
  readonly world: DemoWorld;
  close(): Promise<void>;
}

/** The whole demonstration in a folder of its own, served as the browser shell serves it; at its own site or another. */
export async function openDemoKiosk(site?: Site): Promise<DemoKiosk> {
  const home = await mkdtemp(join(tmpdir(), 'kiosk-journey-'));
  if (site) await writeSite(home, site);
  const appliance = await openAppliance({ home, keyCustody: passphraseCustody('') });
  if (isRefused(appliance)) throw new Error(appliance.code);
  if (!appliance.demo) throw new Error('a new home is the demonstration');
  const served = await serveKiosk(appliance.kiosk);
  return {
    home,
    appliance,
    served,
    world: appliance.demo,
    async close() {
      await served.close();
      await appliance.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}
