import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type EvePrinter, startEvePrinter } from '#drivers/card-printer/ipp/eve-printer.fixture.ts';
import { drawCardOf } from '../draw-card-of.ts';
import { kioskThatPrints, opened, soon } from './test/at-hand.ts';
import { ippPrinter, newHome, removeHome } from './test/desk.ts';

/*
 * The spool against a printer we did not write, CUPS's ippeveprinter; where it won't start, the tests' names say why
 * they are skipped (drivers/card-printer/README.md says what it needs).
 */

const trial = await startEvePrinter('exit 0');
if (typeof trial !== 'string') await trial.close();
const skipped = typeof trial === 'string' ? ` (skipped: ${trial})` : '';

async function deskAtEve(command: string) {
  const printer = await startEvePrinter(command);
  if (typeof printer === 'string') throw new Error(printer);
  onTestFinished(printer.close);
  const home = await newHome();
  onTestFinished(() => removeHome(home));
  return { printer, home, desk: await opened(home, printer.uri) };
}

async function documents({ spool }: EvePrinter): Promise<Buffer[]> {
  const names = (await readdir(spool)).filter((name) => name.endsWith('.pdf'));
  return Promise.all(names.map((name) => readFile(join(spool, name))));
}

test.skipIf(skipped)(`a card arrives byte for byte${skipped}`, async () => {
  const { printer, desk } = await deskAtEve('exit 0');
  const id = desk.print();
  await expect.poll(() => desk.stateOf(id), soon).toBe('printed');
  const [document, ...others] = await documents(printer);
  expect(others).toHaveLength(0);
  const drawn = await drawCardOf(desk, desk.number);
  expect(drawn instanceof Uint8Array && Buffer.compare(document, drawn)).toBe(0);
});

test.skipIf(skipped).for([
  ['media-jam', 'printer-jammed'],
  ['marker-supply-empty', 'printer-out-of-ribbon'],
  ['cover-open', 'printer-open'],
] as const)(`%s in the middle of the card: it comes out after that${skipped}`, async ([reason, expected]) => {
  const once = `if mkdir "$0.seen" 2>/dev/null; then echo "STATE: +${reason}" >&2; sleep 0.2; exit 1; fi`;
  const { desk } = await deskAtEve(`${once}; echo "STATE: -${reason}" >&2`);
  const troubles = new Set<string>();
  desk.events.on('status', () => {
    const trouble = desk.prints.open()[0]?.trouble;
    if (trouble) troubles.add(trouble);
  });
  const id = desk.print();
  await expect.poll(() => desk.stateOf(id), soon).toBe('printed');
  expect([...troubles]).toContain(expected);
  expect(desk.prints.get(id)?.attempts).toBe(2);
});

test.skipIf(skipped)(
  `out of cards, the printer keeps the job until it has some: the queue says so${skipped}`,
  async () => {
    const { printer, desk } = await deskAtEve('echo "STATE: +media-empty" >&2; sleep 0.2; exit 1');
    const id = desk.print();
    await expect
      .poll(() => desk.prints.get(id), { timeout: 8000 })
      .toMatchObject({ attempts: 2, state: 'sending' });
    await expect.poll(() => desk.troubleOf(id), soon).toBe('printer-out-of-cards');
    expect(await documents(printer)).toHaveLength(2);
  },
);

test.skipIf(skipped)(`busy with somebody else’s card: this one comes out after it${skipped}`, async () => {
  const { printer, desk } = await deskAtEve('sleep 0.4');
  const other = ippPrinter(printer.uri).print({ name: 'another', pdf: new TextEncoder().encode('%PDF-1.4') });
  await expect.poll(async () => (await documents(printer)).length, soon).toBe(1);
  const id = desk.print();
  await expect.poll(() => desk.stateOf(id), soon).toBe('printed');
  expect(await other).toEqual({ outcome: 'printed' });
  expect(await documents(printer)).toHaveLength(2);
});

test.skipIf(skipped)(
  `the kiosk is killed while the card prints: it is not printed again, and counts${skipped}`,
  async () => {
    const { printer, desk, home } = await deskAtEve('sleep 1');
    await desk.close();
    const kiosk = await kioskThatPrints(home, printer.uri);
    await expect.poll(async () => (await documents(printer)).length, soon).toBe(1);
    await kiosk.kill();
    const again = await opened(home, printer.uri);
    await expect.poll(() => again.stateOf(kiosk.job), soon).toBe('printed');
    expect(await documents(printer)).toHaveLength(1);
  },
);

test.skipIf(skipped)(
  `the printer is killed in the middle of the card: the operator is asked, nothing is sent again${skipped}`,
  async () => {
    const { printer, desk } = await deskAtEve('sleep 5');
    const id = desk.print();
    await expect.poll(async () => (await documents(printer)).length, soon).toBe(1);
    printer.kill();
    await expect.poll(() => desk.stateOf(id), soon).toBe('unknown');
    expect(desk.prints.get(id)?.attempts).toBe(1);
  },
);
