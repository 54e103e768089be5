import { Command } from 'commander';
import { z } from 'zod';
import { GiveConsent } from '#core/api/contract.ts';
import { refuse } from '#core/index.ts';
import { FingerPosition } from '#sync/packet/person.ts';
import { readInput, readJson } from '../files.ts';
import { report } from '../report.ts';
import { type Door, homeOf, refusedBy, withDoor } from '../session.ts';

/*
 * `kiosk enrol`: one person from files. The record file is the person record, with the consent beside it under
 * `consent` ({language, given, textVersion}). A draft that is refused on the way is discarded: nothing stays.
 */

interface EnrolOptions {
  readonly record: string;
  readonly face?: string;
  readonly finger: readonly string[];
  readonly dpi: string;
  readonly home?: string;
  readonly json?: boolean;
}

const Draft = z.object({
  id: z.string(),
  review: z
    .object({ band: z.string(), candidates: z.array(z.object({ person: z.object({ id: z.string() }) })) })
    .nullable(),
});
const Committed = z.object({ personId: z.string(), cardNumber: z.string(), updated: z.boolean() });
const RecordFile = z.looseObject({ consent: GiveConsent, language: z.string() });

export const enrolCommand = new Command('enrol')
  .description('Enrol one person from files')
  .requiredOption('--record <file>', 'person record, JSON, with the consent under "consent"')
  .option('--face <photo>', 'photo, JPEG or PNG')
  .option('--finger <position=print>', 'print, e.g. right-index=print.png; may be repeated', collect, [])
  .option('--dpi <n>', 'resolution of the prints', '500')
  .option('--home <folder>', 'the kiosk, by default KIOSK_HOME or kiosk-data')
  .option('--json', 'print the result as JSON')
  .action(async (options: EnrolOptions) => {
    const committed = await withDoor(homeOf(options.home), (door) => enrol(door, options));
    report(committed, options.json, () => `enrolled ${committed.personId}, card ${committed.cardNumber}`);
  });

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

async function enrol(door: Door, options: EnrolOptions): Promise<z.infer<typeof Committed>> {
  const parsed = RecordFile.safeParse(await readJson(options.record));
  if (!parsed.success) throw refusedBy(refuse('consent-missing', ['consent']));
  const { consent, ...person } = parsed.data;
  const fingers = await Promise.all(options.finger.map(fingerOf));
  const face = options.face ? await readInput(options.face) : null;
  const { id } = await door.json(Draft, 'POST', '/api/enrolments', { language: consent.language });
  const at = `/api/enrolments/${id}`;
  try {
    await door.request('PUT', `${at}/consent`, consent);
    await door.request('PUT', `${at}/details`, person);
    await (face
      ? door.request('PUT', `${at}/face`, face)
      : door.request('PUT', `${at}/face/exception`, { reason: 'not-possible' }));
    for (const { position, print } of fingers) {
      await door.request('PUT', `${at}/fingers/${position}?dpi=${options.dpi}`, print);
    }
    await door.request('POST', `${at}/finish-fingers`);
    const { review } = await door.json(Draft, 'POST', `${at}/review`);
    if (review && review.band !== 'new') throw refusedBy(refuse('already-enrolled'));
    return await door.json(Committed, 'POST', `${at}/commit`);
  } catch (error) {
    await door.request('DELETE', at).catch(() => undefined);
    throw error;
  }
}

async function fingerOf(argument: string) {
  const [name, ...path] = argument.split('=');
  const position = FingerPosition.safeParse(name);
  if (!position.success) throw refusedBy(refuse('invalid-request', [`--finger ${name}`]));
  return { position: position.data, print: await readInput(path.join('=')) };
}
