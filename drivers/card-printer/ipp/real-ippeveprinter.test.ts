import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type EvePrinter, startEvePrinter } from './eve-printer.fixture.ts';
import { openIppPrinter } from './printer.ts';

/*
 * The driver against a printer we did not write: CUPS's ippeveprinter. It announces itself by DNS-SD and so wants
 * D-Bus and Avahi running; where it won't start, the tests' names say why they are skipped.
 */

const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const timing = { pollMs: 50, retryMs: 50 };

const trial = await startEvePrinter('exit 0');
if (typeof trial !== 'string') await trial.close();
const skipped = typeof trial === 'string' ? ` (skipped: ${trial})` : '';

async function eve(command: string): Promise<EvePrinter> {
  const printer = await startEvePrinter(command);
  if (typeof printer === 'string') throw new Error(printer);
  onTestFinished(printer.close);
  return printer;
}

test.skipIf(skipped)(
  `ippeveprinter receives the card byte for byte and says it is printed${skipped}`,
  async () => {
    const { uri, spool } = await eve('exit 0');
    expect(await openIppPrinter(uri, timing).print({ name: 'card-1', pdf })).toEqual({ outcome: 'printed' });
    const [document] = (await readdir(spool)).filter((file) => file.endsWith('.pdf'));
    expect(new Uint8Array(await readFile(join(spool, document)))).toEqual(pdf);
  },
);

test.skipIf(skipped)(`ippeveprinter runs out of ribbon${skipped}`, async () => {
  const { uri } = await eve('echo "STATE: +marker-supply-empty" >&2; sleep 0.3; exit 1');
  const result = await openIppPrinter(uri, timing).print({ name: 'card-1', pdf });
  expect(result).toEqual({ outcome: 'stopped', reason: 'ribbon-empty' });
});

test.skipIf(skipped)(`ippeveprinter is busy with another card: the second waits${skipped}`, async () => {
  const { uri, spool } = await eve('sleep 0.3');
  const printer = openIppPrinter(uri, timing);
  const results = await Promise.all(['card-1', 'card-2'].map((name) => printer.print({ name, pdf })));
  expect(results).toEqual([{ outcome: 'printed' }, { outcome: 'printed' }]);
  expect((await readdir(spool)).filter((file) => file.endsWith('.pdf'))).toHaveLength(2);
});

test.skipIf(skipped)(`ippeveprinter tells by its name what became of a card${skipped}`, async () => {
  const { uri, spool } = await eve('sleep 0.5');
  const printing = openIppPrinter(uri, timing).print({ name: 'card-7', pdf });
  await expect.poll(async () => (await openIppPrinter(uri).status()).state).toBe('printing');
  const afterRestart = openIppPrinter(uri, timing);
  expect(await afterRestart.recall('card-7')).toEqual({ outcome: 'printed' });
  expect(await printing).toEqual({ outcome: 'printed' });
  expect(await afterRestart.recall('card-8')).toEqual({ outcome: 'unknown' });
  expect((await readdir(spool)).filter((file) => file.endsWith('.pdf'))).toHaveLength(1);
});
