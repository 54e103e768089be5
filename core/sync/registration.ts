import type { Database } from '#core/storage/database.ts';
import { readMeta, writeMeta } from '#core/storage/meta.ts';
import { Registration } from '#sync/packet/index.ts';

export type { Registration };

/** What central told this kiosk when it registered: its name there, and central's keys. */
export interface RegistrationStore {
  current(): Registration | null;
  save(registration: Registration): void;
}

export function openRegistration(db: Database): RegistrationStore {
  let current = readMeta(db, 'registration', Registration);
  return {
    current: () => current,
    save(registration) {
      writeMeta(db, 'registration', registration);
      current = registration;
    },
  };
}
