import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { encodePrint, isRefused, openKiosk, passphraseCustody, readSite } from '#core/index.ts';
import { demoPeople, demoSite, photograph, secondLook, touchOf } from '#demo/index.ts';
import { type Central, openCentral, serveCentral } from '#sync/central/index.ts';
import { kiosk } from '../support/command-line.ts';
import { signInAt } from '../support/door.ts';

/* A real site from its file to its first people, by the command line alone, against a central over HTTP. */

let folder: string;
let central: Central;
let served: Awaited<ReturnType<typeof serveCentral>>;
let env: Record<string, string>;
const file = (name: string) => join(folder, name);
const { person } = demoPeople[0];
const consent = { textVersion: 'demo-1', language: 'hi', given: 'thumb-impression' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiosk-command-line-'));
  central = await openCentral({ issuer: demoSite.issuer });
  served = await serveCentral(central, {});
  const site = {
    ...demoSite,
    demo: false,
    devices: { scanner: { kind: 'none' }, printer: { kind: 'none' } },
    central: { url: served.url },
  };
  env = {
    KIOSK_HOME: file('home'),
    KIOSK_PASSPHRASE: 'a long one',
    KIOSK_OPERATOR: 'meera',
    KIOSK_PIN: '135790',
  };
  await writeFile(file('site.json'), JSON.stringify(site));
  await writeFile(file('person.json'), JSON.stringify({ ...person, consent }));
  await writeFile(file('photo.jpg'), await photograph(demoPeople[0]));
  await writeFile(file('again.jpg'), await photograph(demoPeople[0], secondLook));
  await writeFile(file('print.png'), await encodePrint(touchOf(demoPeople[0], 'right-index', 1)));
  await writeFile(file('touch.png'), await encodePrint(touchOf(demoPeople[0], 'right-index', 2)));
  await writeFile(file('other.png'), await encodePrint(touchOf(demoPeople[1], 'right-index', 1)));
  await sharp({ create: { width: 256, height: 288, channels: 3, background: '#fff' } }).toFile(
    file('blank.png'),
  );
  const code = await central.newRegistrationCode('kiosk-0001');
  const init = [
    'init',
    '--site',
    file('site.json'),
    '--operator',
    'meera',
    '--name',
    'Meera',
    '--code',
    code,
  ];
  expect(await kiosk(init, env)).toMatchObject({ code: 0, err: '' });
}, 60_000);

afterAll(async () => {
  await served.close();
  await central.close();
  await rm(folder, { recursive: true, force: true });
});

const enrolment = () => [
  ...['enrol', '--record', file('person.json'), '--face', file('photo.jpg'), '--dpi', '508'],
];

test('a person is enrolled, known again, given a card, and sent on', async () => {
  const finger = ['--finger', `right-index=${file('print.png')}`];
  const enrolled = await kiosk([...enrolment(), ...finger, '--json'], env);
  expect(enrolled).toMatchObject({ code: 0, err: '' });
  const { personId, cardNumber } = z
    .object({ personId: z.uuid(), cardNumber: z.string() })
    .parse(JSON.parse(enrolled.out));

  const face = await kiosk(['identify', '--face', file('again.jpg'), '--json'], env);
  expect(JSON.parse(face.out)).toMatchObject({ outcome: 'candidates', people: [{ id: personId }] });
  const byFinger = await kiosk(['identify', '--finger', file('touch.png'), '--dpi', '508', '--json'], env);
  expect(JSON.parse(byFinger.out)).toMatchObject({ outcome: 'match', person: { id: personId } });
  const nobody = await kiosk(['identify', '--finger', file('other.png'), '--dpi', '508'], env);
  expect(nobody).toMatchObject({ code: 1, out: 'nobody found\n' });

  const card = await kiosk(['card', cardNumber, '--out', file('card.pdf'), '--png', file('card.png')], env);
  expect(card.code).toBe(0);
  for (const form of ['a4', 'slip']) {
    const paper = await kiosk(['card', cardNumber, '--form', form, '--out', file(`${form}.pdf`)], env);
    expect(paper.code).toBe(0);
  }
  for (const form of ['card.pdf', 'card.png', 'card-back.png', 'a4.pdf', 'slip.pdf']) {
    const verified = await kiosk(['verify-card', file(form), '--json'], env);
    expect(JSON.parse(verified.out)).toMatchObject({ verdict: 'valid', card: { number: cardNumber } });
  }
  const sync = await kiosk(['sync', '--json'], env);
  expect(JSON.parse(sync.out)).toMatchObject({ outcome: 'synced', accepted: 1 });
  expect(await central.counts()).toMatchObject({ people: 1 });
  expect(await kiosk(['audit', 'verify'], env)).toMatchObject({ code: 0 });

  const twice = await kiosk([...enrolment(), ...finger], env);
  expect(twice).toMatchObject({ code: 2, out: '' });
  expect(twice.err).toContain('already-enrolled: ');
}, 120_000);

test.each([
  ['a blank print', () => [...enrolment(), '--finger', `left-index=${file('blank.png')}`], 'blank-print'],
  [
    'a finger that is not',
    () => [...enrolment(), '--finger', `sixth=${file('print.png')}`],
    'invalid-request',
  ],
  ['a file that is not there', () => ['identify', '--face', file('none.jpg')], 'not-found'],
])('%s ends with 2 and says why', async (_what, args, code) => {
  const ran = await kiosk([...args(), '--json'], env);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(JSON.parse(ran.err)).toMatchObject({ refusal: { code } });
});

test('a card that is none is judged, and ends with 1', async () => {
  const ran = await kiosk(['verify-card', 'NCF nothing', '--json'], env);
  expect(ran).toMatchObject({ code: 1, err: '' });
  expect(JSON.parse(ran.out)).toEqual({ verdict: 'damaged', reason: 'base45', card: null });
});

test('the wrong passphrase opens nothing, and says so in Hindi where Hindi is spoken', async () => {
  const ran = await kiosk(['sync'], { ...env, KIOSK_PASSPHRASE: 'another', LANG: 'hi_IN' });
  expect(ran.code).toBe(2);
  expect(ran.err).toMatch(/^wrong-passphrase: .*[\u0900-\u097f]/);
});

test('a wrong PIN is refused', async () => {
  expect(await kiosk(['sync'], { ...env, KIOSK_PIN: '0000' })).toMatchObject({ code: 2 });
});

test('a site file with a wrong field names the field', async () => {
  await writeFile(
    file('wrong.json'),
    JSON.stringify({ ...JSON.parse(await readFile(file('site.json'), 'utf8')), mode: 'lobby' }),
  );
  const args = [
    'init',
    '--site',
    file('wrong.json'),
    '--operator',
    'a',
    '--name',
    'A',
    '--home',
    file('elsewhere'),
  ];
  const ran = await kiosk(args, env);
  expect(ran).toMatchObject({ code: 2 });
  expect(ran.err).toContain('invalid-site (mode)');
});

test('a card template with a wrong field is refused when the site is laid out, by its name', async () => {
  const { code } = await kiosk(['card-template', '--out', file('card.json')], env);
  expect(code).toBe(0);
  const template = JSON.parse(await readFile(file('card.json'), 'utf8'));
  template.front[6].width = 60;
  await writeFile(file('card.json'), JSON.stringify(template));
  const site = ['--site', file('site.json'), '--card-template', file('card.json')];
  const home = ['--operator', 'a', '--name', 'A', '--home', file('elsewhere')];
  const ran = await kiosk(['init', ...site, ...home], env);
  expect(ran).toMatchObject({ code: 2 });
  expect(ran.err).toContain('cardTemplate.front.6');
});

test('no refused command left a draft behind', async () => {
  const site = await readSite(file('home'));
  if (!site || isRefused(site)) throw new Error('no site');
  const keyCustody = passphraseCustody('a long one');
  const opened = await openKiosk({ home: file('home'), site, keyCustody, scanner: null, printer: null });
  if (isRefused(opened)) throw new Error(opened.code);
  const door = await signInAt(opened, { operator: 'meera', pin: '135790' });
  expect((await door.ask('GET', '/api/enrolments')).body).toEqual({ drafts: [] });
  await opened.close();
});
