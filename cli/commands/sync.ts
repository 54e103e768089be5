import { Command } from 'commander';
import { z } from 'zod';
import { report } from '../report.ts';
import { homeOf, withDoor } from '../session.ts';

const Synced = z.object({
  outcome: z.string(),
  accepted: z.number(),
  duplicates: z.number(),
  parked: z.number(),
});

export const syncCommand = new Command('sync')
  .description('Send waiting enrolments to central and fetch lists and leases')
  .option('--home <folder>', 'the kiosk, by default KIOSK_HOME or kiosk-data')
  .option('--json', 'print the result as JSON')
  .action(async (options: { home?: string; json?: boolean }) => {
    const synced = await withDoor(homeOf(options.home), (door) => door.json(Synced, 'POST', '/api/sync'));
    report(
      synced,
      options.json,
      () => `accepted ${synced.accepted}, duplicates ${synced.duplicates}, parked ${synced.parked}`,
    );
  });
