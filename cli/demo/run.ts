import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { demoPeople, photograph, secondLook } from '#demo/index.ts';
import type { Door } from '../session.ts';
import { type Enrolled, enrolPerson, tryEnrolling } from './enrolling.ts';
import { forge } from './forging.ts';
import type { Journal } from './journal.ts';
import { printOverIpp } from './over-ipp.ts';

/*
 * The main job, unattended, through the same door as the screens. Faces go through the real models, prints come
 * from the simulated sensor over its line, cards are drawn, printed to the folder and scanned back from pixels.
 */

const Identified = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('match'), person: z.object({ id: z.string() }) }),
  z.object({ outcome: z.literal('candidates'), people: z.array(z.object({ id: z.string() })) }),
  z.object({ outcome: z.literal('card-holder-elsewhere') }),
  z.object({ outcome: z.literal('nobody') }),
]);
const Synced = z.object({
  outcome: z.string(),
  accepted: z.number(),
  duplicates: z.number(),
  parked: z.number(),
});
const Found = z.object({ people: z.array(z.object({ card: z.object({ state: z.string() }) })) });
const Audit = z.object({ outcome: z.string() });

const stepsAPerson = 4;
const stepsOnce = 10;
export const stepCount = demoPeople.length * stepsAPerson + stepsOnce;

/** Runs the whole demonstration, writing the cards to `folder`/cards. */
export async function runDemo(door: Door, folder: string, journal: Journal): Promise<void> {
  const { demo } = door.appliance;
  if (!demo) throw new Error('the demonstration runs at the demo site');
  const cards = join(folder, 'cards');
  await mkdir(cards, { recursive: true });
  const enrolled: Enrolled[] = [];

  for (const [index, { person }] of demoPeople.entries()) {
    demo.bystander.standThere(index);
    await journal.expect(`enrol ${person.name}`, 'enrolled, card scanned back', async () => {
      enrolled.push(await enrolPerson(door, index, cards));
      return 'enrolled, card scanned back';
    });
  }
  for (const [index, { personId, picture, name }] of enrolled.entries()) {
    const outcome = (identified: z.infer<typeof Identified>) => outcomeFor(personId, identified);
    await journal.expect(`face of ${name}`, 'proposed first', async () => {
      const photo = await photograph(demoPeople[index], secondLook);
      return outcome(await door.json(Identified, 'POST', '/api/identify/face', photo));
    });
    await journal.expect(`finger of ${name}`, 'found', async () => {
      demo.bystander.standThere(index);
      return outcome(await door.json(Identified, 'POST', '/api/identify/finger/capture'));
    });
    await journal.expect(`card of ${name}`, 'found', async () =>
      outcome(await door.json(Identified, 'POST', '/api/identify/card/picture', picture)),
    );
  }

  const [first, second] = enrolled;
  await journal.expect('enrol the first person again, other name', 'refused: already-enrolled', () => {
    demo.bystander.standThere(0);
    return tryEnrolling(door, 0, { name: 'Kavita Rani' });
  });
  await journal.expect('a forged card', 'refused: card-forged', () => verify(door, forge(first.qr)));
  await journal.expect('a card of another issuer', 'refused: card-of-another-issuer', () =>
    verify(door, forge(first.qr, 'own key')),
  );
  await journal.expect('sync', `accepted ${enrolled.length}`, async () => {
    const { accepted } = await door.json(Synced, 'POST', '/api/sync');
    return `accepted ${accepted}`;
  });
  await journal.expect('revoke a card at central', 'revoked', async () =>
    (await (await demo.central.open()).revokeCard(second.number)) ? 'revoked' : 'not known there',
  );
  await journal.expect('the revoked card after the next sync', 'refused: card-revoked', async () => {
    await door.json(Synced, 'POST', '/api/sync');
    return verify(door, second.qr);
  });
  await journal.expect('its holder, found by its number', 'card revoked', async () => {
    const { people } = await door.json(Found, 'POST', '/api/people/find', { text: second.number });
    return `card ${people[0]?.card.state}`;
  });
  await journal.expect('printing the revoked card', 'refused: card-revoked', async () => {
    await door.request('POST', `/api/cards/${second.number}/print`, {});
    return 'printed';
  });
  await journal.expect(
    'the audit chain',
    'intact',
    async () => (await door.json(Audit, 'GET', '/api/audit/verify')).outcome,
  );
  await printOverIpp(door, first, journal);
  await writeFile(join(folder, 'journal.json'), JSON.stringify(journal.entries, null, 2));
}

async function verify(door: Door, text: string): Promise<string> {
  await door.request('POST', '/api/cards/verify', { text });
  return 'valid';
}

function outcomeFor(personId: string, identified: z.infer<typeof Identified>): string {
  if (identified.outcome === 'match') return identified.person.id === personId ? 'found' : 'SOMEBODY ELSE';
  if (identified.outcome === 'candidates') {
    const at = identified.people.findIndex(({ id }) => id === personId);
    return at === 0 ? 'proposed first' : at > 0 ? `proposed at ${at + 1}` : 'SOMEBODY ELSE';
  }
  return identified.outcome;
}
