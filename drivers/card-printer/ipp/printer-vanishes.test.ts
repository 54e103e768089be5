import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openIppPrinter } from './printer.ts';
import { card, hurried, printerAtHand } from './printer-faults.fixture.ts';

test('a printer that is not there is unreachable, and nothing was sent', async () => {
  const { printer, simulator } = await printerAtHand();
  simulator.vanish();
  expect(await printer.print(card)).toEqual({ outcome: 'unreachable' });
  expect(await printer.status()).toEqual({ state: 'unreachable', reason: null });
  await simulator.reappear();
  expect(await printer.print(card)).toEqual({ outcome: 'printed' });
});

test('a printer that vanishes in the middle of a card leaves its fate unknown', async () => {
  const { printer, simulator } = await printerAtHand({ cardMs: 5000 });
  const result = printer.print(card);
  await expect.poll(() => simulator.received.length).toBe(1);
  simulator.vanish();
  expect(await result).toEqual({ outcome: 'unknown' });
});

test('a printer back in time is heard to the end', async () => {
  const { simulator } = await printerAtHand({ cardMs: 30 });
  const printer = openIppPrinter(simulator.uri, { ...hurried, pollMs: 40 });
  const result = printer.print(card);
  await expect.poll(() => simulator.received.length).toBe(1);
  simulator.vanish();
  await simulator.reappear();
  expect(await result).toEqual({ outcome: 'printed' });
});

test('a printer that lost power in the middle of a card: its fate is unknown, whatever is printed next', async () => {
  const { simulator } = await printerAtHand({ cardMs: 60 });
  const printer = openIppPrinter(simulator.uri, { ...hurried, pollMs: 30 });
  const result = printer.print(card);
  await expect.poll(() => simulator.received.length).toBe(1);
  simulator.losePower();
  const next = printer.print({ ...card, name: 'card-2' });
  expect(await Promise.all([result, next])).toEqual([{ outcome: 'unknown' }, { outcome: 'printed' }]);
});

test('what answers without speaking IPP gets no card', async () => {
  const server = createServer((_, response) => response.end('<html>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address: string | AddressInfo | null = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  const printer = openIppPrinter(`http://127.0.0.1:${port}/`, hurried);
  expect(await printer.print(card)).toEqual({ outcome: 'unreachable' });
});
