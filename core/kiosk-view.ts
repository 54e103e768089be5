import type { KioskStatus, KioskView, PrintJobState } from './api/contract.ts';
import { lowWater } from './cards/index.ts';
import type { Parts } from './parts.ts';
import { asksForLiveness } from './site/site.ts';

/** What the first screen needs. `demoPeople` is how many stand before the demo camera; 0 is no demo. */
export async function kioskView(parts: Parts, demoPeople: number): Promise<KioskView> {
  const { site, operators } = parts;
  const list = operators.list();
  return {
    programme: site.programme,
    organisation: site.organisation,
    mode: site.mode,
    languages: site.languages,
    consent: site.consent,
    liveness: asksForLiveness(site),
    fingers: site.fingers,
    areas: site.areas,
    operators: list,
    status: await statusOf(parts),
    demo: site.demo ? { ...demoSignIn, people: demoPeople } : null,
  };
}

/** The sign-in of the demo site; it is printed on its screen, so it protects nothing. */
export const demoSignIn = { operator: 'asha', pin: '2468' } as const;

/** What changes by itself: devices and queue. */
export async function statusOf({
  scanner,
  printer,
  prints,
  cards,
  numbers,
  outbox,
  sync,
}: Parts): Promise<KioskStatus> {
  const { waiting, sent, parked } = outbox.counts();
  const seen = await printer?.status();
  const jobs = prints.open();
  const { ordinary: left, emergency: reserve } = numbers.left();
  const among = (...states: readonly PrintJobState[]) =>
    jobs.filter(({ state }) => states.includes(state)).length;
  return {
    scanner: scanner?.status() ?? 'none',
    printer: seen?.state ?? 'none',
    printerTrouble: seen?.reason ?? null,
    prints: { waiting: among('waiting', 'sending'), asking: among('unknown'), unscanned: among('printed') },
    outbox: { waiting, sent, parked },
    numbers: { left, reserve, low: left < lowWater.ordinary },
    statusAsOf: cards.statusAsOf(),
    lastSync: sync.last(),
  };
}
