import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { z } from 'zod';
import { verdictOf } from '#core/index.ts';
import { readInput } from '../files.ts';
import { report } from '../report.ts';
import { CommandRefused, homeOf, withDoor } from '../session.ts';
import { judgeByKey } from '../verification/by-key.ts';
import { exitCodes, type Judged, wordsOf } from '../verification/verdict.ts';

interface VerifyOptions {
  readonly key?: string;
  readonly clinicalKey?: string;
  readonly home?: string;
  readonly json?: boolean;
}

export const verifyCardCommand = new Command('verify-card')
  .description(
    'Verify a card offline: a picture or scan of it, or the text of its code. Ends with 0 when it is valid, 1 when not',
  )
  .argument('<file-or-text>', 'picture file, or the text itself')
  .option('--key <file>', 'judge by this public key alone (PEM, JWK or JWKS), without a kiosk')
  .option('--clinical-key <file>', 'with --key: also open what is encrypted to this key (JWK)')
  .option('--home <folder>', 'the kiosk, by default KIOSK_HOME or kiosk-data')
  .option('--json', 'print the result as JSON')
  .action(async (given: string, options: VerifyOptions) => {
    const input = existsSync(given) ? await readInput(given) : given;
    const judged = options.key
      ? await judgeByKey(input, options.key, options.clinicalKey)
      : await judgeAtKiosk(input, homeOf(options.home));
    report(judged, options.json, () => wordsOf(judged));
    process.exitCode = judged.verdict === 'valid' ? exitCodes.valid : exitCodes.otherwise;
  });

const Verified = z.object({ card: z.looseObject({}) });

async function judgeAtKiosk(input: string | Uint8Array, home: string): Promise<Judged> {
  try {
    const { card } = await withDoor(home, (door) =>
      typeof input === 'string'
        ? door.json(Verified, 'POST', '/api/cards/verify', { text: input })
        : door.json(Verified, 'POST', '/api/cards/verify/picture', input),
    );
    return { verdict: 'valid', reason: null, card };
  } catch (error) {
    const judged = error instanceof CommandRefused ? judgedBy(error) : null;
    if (judged) return judged;
    throw error;
  }
}

/** Null for a refusal that judges no card: a file that is no picture, a kiosk that does not open. */
function judgedBy({ refusal }: CommandRefused): Judged | null {
  const verdict = verdictOf(refusal.code);
  return verdict ? { verdict, reason: refusal.fields[0] ?? null, card: null } : null;
}
