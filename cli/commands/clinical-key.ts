import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { refuse } from '#core/index.ts';
import { report } from '../report.ts';
import { homeOf, openHome, refusedBy } from '../session.ts';
import { readClinicalKey } from '../verification/by-key.ts';

interface ClinicalKeyOptions {
  readonly new?: boolean;
  readonly home?: string;
  readonly json?: boolean;
}

export const clinicalKeyCommand = new Command('clinical-key')
  .description(
    'Give this kiosk the programme’s clinical key, which encrypts and opens clinical details on cards',
  )
  .argument('<file>', 'the key as a JWK; guard it and take it off the machine afterwards')
  .option('--new', 'make a key, write it to the file, and leave the kiosk alone')
  .option('--home <folder>', 'the kiosk, by default KIOSK_HOME or kiosk-data')
  .option('--json', 'print the result as JSON')
  .action(async (file: string, options: ClinicalKeyOptions) => {
    if (options.new) await writeNewKey(file);
    const { kid, secret } = await readClinicalKey(file);
    if (!options.new) {
      const appliance = await openHome(homeOf(options.home));
      try {
        appliance.kiosk.putClinicalKey(secret);
      } finally {
        await appliance.close();
      }
    }
    const done = options.new ? 'written' : 'taken';
    report({ kid: Buffer.from(kid).toString('hex'), done }, options.json, () => `clinical key ${done}`);
  });

/** Never over a file that is there: it could be the only copy of a key. */
async function writeNewKey(file: string): Promise<void> {
  const jwk = { kty: 'oct', alg: 'A256GCM', k: randomBytes(32).toString('base64url') };
  try {
    await writeFile(file, `${JSON.stringify(jwk)}\n`, { flag: 'wx', mode: 0o600 });
  } catch {
    throw refusedBy(refuse('cannot-write', [file]));
  }
}
