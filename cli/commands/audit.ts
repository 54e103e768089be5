import { Command } from 'commander';
import { z } from 'zod';
import { report } from '../report.ts';
import { homeOf, withDoor } from '../session.ts';

const Verdict = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('intact'), events: z.number() }),
  z.object({ outcome: z.literal('broken'), at: z.number() }),
]);

const brokenExit = 1;

export const auditCommand = new Command('audit').description('The audit log').addCommand(
  new Command('verify')
    .description('Check that no event was changed, removed or moved')
    .option('--home <folder>', 'the kiosk, by default KIOSK_HOME or kiosk-data')
    .option('--json', 'print the result as JSON')
    .action(async (options: { home?: string; json?: boolean }) => {
      const verdict = await withDoor(homeOf(options.home), (door) =>
        door.json(Verdict, 'GET', '/api/audit/verify'),
      );
      report(verdict, options.json, () =>
        verdict.outcome === 'intact' ? `intact: ${verdict.events} events` : `broken at event ${verdict.at}`,
      );
      if (verdict.outcome === 'broken') process.exitCode = brokenExit;
    }),
);
