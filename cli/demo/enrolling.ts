import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { readQr } from '#core/index.ts';
import { demoPeople, photograph } from '#demo/index.ts';
import type { Door } from '../session.ts';

/* One demo person through the steps of an enrolment, as the screens do them. */

export interface Enrolled {
  readonly personId: string;
  readonly name: string;
  readonly number: string;
  /** PNG of the card's front. */
  readonly picture: Uint8Array;
  readonly qr: string;
}

const DraftId = z.object({ id: z.string() });
const Captured = z.object({ captured: z.object({ quality: z.number() }) });
const Reviewed = z.object({ review: z.object({ band: z.string() }) });
const Printing = z.object({ job: z.object({ id: z.number(), state: z.string() }) });
const printLookMs = 50;
const Committed = z.object({ personId: z.string(), cardNumber: z.string() });

/** Enrols a demo person, prints the card into the folder and scans it back from its pixels. */
export async function enrolPerson(door: Door, index: number, folder: string): Promise<Enrolled> {
  const { person } = demoPeople[index];
  const { personId, cardNumber: number } = await enrol(door, index, {});
  await printCard(door, number);
  const pdf = await (await door.request('GET', `/api/cards/${number}/pdf`)).bytes();
  const picture = await (await door.request('GET', `/api/cards/${number}/picture`)).bytes();
  await writeFile(join(folder, `${number}.pdf`), pdf);
  await writeFile(join(folder, `${number}.png`), picture);
  await door.request('POST', `/api/cards/${number}/scan-back/picture`, picture);
  const reading = await readQr(picture);
  if (reading.outcome !== 'read') throw new Error('a scanned-back card without a code');
  return { personId, name: person.name, number, picture, qr: reading.text };
}

/** Prints a card and waits until it has come out. */
async function printCard(door: Door, number: string): Promise<void> {
  let { job } = await door.json(Printing, 'POST', `/api/cards/${number}/print`, { reason: null });
  while (job.state === 'waiting' || job.state === 'sending') {
    await sleep(printLookMs);
    ({ job } = await door.json(Printing, 'GET', `/api/prints/${job.id}`));
  }
}

/** Tries to enrol a demo person with other details; gives the committed number or throws the refusal. */
export async function tryEnrolling(
  door: Door,
  index: number,
  changed: { readonly name: string },
): Promise<string> {
  const { cardNumber } = await enrol(door, index, changed);
  return `enrolled as ${cardNumber}`;
}

async function enrol(
  door: Door,
  index: number,
  changed: { readonly name?: string },
): Promise<z.infer<typeof Committed>> {
  const { person } = demoPeople[index];
  const { id } = await door.json(DraftId, 'POST', '/api/enrolments', { language: person.language });
  const at = `/api/enrolments/${id}`;
  await door.request('PUT', `${at}/consent`, {
    textVersion: 'demo-1',
    language: person.language,
    given: 'spoken',
  });
  await door.request('PUT', `${at}/details`, { ...person, ...changed });
  await door.request('PUT', `${at}/face`, await photograph(demoPeople[index]));
  for (const position of door.appliance.site.fingers) await captureFinger(door, at, position);
  const { review } = await door.json(Reviewed, 'POST', `${at}/review`);
  if (review.band !== 'new') {
    await door.request('PUT', `${at}/decision`, {
      decision: 'new-person',
      reason: 'says to be another person',
    });
  }
  return door.json(Committed, 'POST', `${at}/commit`);
}

async function captureFinger(door: Door, at: string, position: string): Promise<void> {
  await door.json(Captured, 'POST', `${at}/fingers/${position}/capture`);
}
