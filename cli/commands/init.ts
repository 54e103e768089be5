import { mkdir } from 'node:fs/promises';
import { Command } from 'commander';
import { readSite, refuse, writeSite } from '#core/index.ts';
import { homeOf, openHome, refusedBy } from '../session.ts';
import { readSiteFile } from '../site-file.ts';

interface InitOptions {
  readonly site: string;
  readonly cardTemplate?: string;
  readonly operator: string;
  readonly name: string;
  readonly code?: string;
  readonly home?: string;
}

export const initCommand = new Command('init')
  .description('Lay out a site: its file, its first operator (PIN in KIOSK_PIN), its registration at central')
  .requiredOption('--site <file>', 'the site file')
  .option('--card-template <file>', "the programme's own card, kept in the site file")
  .requiredOption('--operator <id>', 'id of the first operator')
  .requiredOption('--name <name>', 'name of the first operator')
  .option('--code <code>', 'one-time registration code from central')
  .option('--home <folder>', 'the kiosk, by default KIOSK_HOME or kiosk-data')
  .action(async ({ site: file, cardTemplate, operator, name, code, ...options }: InitOptions) => {
    const home = homeOf(options.home);
    const pin = process.env['KIOSK_PIN'];
    if (!pin || !process.env['KIOSK_PASSPHRASE']) {
      throw refusedBy(refuse('invalid-request', ['KIOSK_PIN', 'KIOSK_PASSPHRASE']));
    }
    const site = await readSiteFile(file, cardTemplate);
    await mkdir(home, { recursive: true });
    if (!(await readSite(home))) await writeSite(home, site);
    const appliance = await openHome(home);
    try {
      await appliance.kiosk.putOperator({ id: operator, name, role: 'supervisor' }, pin);
      const refused = code ? await appliance.kiosk.register(code) : null;
      if (refused) throw refusedBy(refused);
      process.stdout.write(`site laid out in ${home}${code ? ', registered at central' : ''}\n`);
    } finally {
      await appliance.close();
    }
  });
