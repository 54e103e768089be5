import { expect, test } from 'vitest';
import { isRefused } from '#core/refusals/codes.ts';
import { drawCardOf } from '../draw-card-of.ts';
import { giveUpPrint, requestPrint } from './requests.ts';
import { scanBack } from './scan-back.ts';
import { deskAtHand, soon } from './test/at-hand.ts';
import { asha, operator } from './test/desk.ts';

test('a card is printed byte for byte, and counts as issued once it is scanned back', async () => {
  const { desk, simulator } = await deskAtHand();
  const id = desk.print();
  await expect.poll(() => desk.stateOf(id), soon).toBe('printed');
  expect(simulator.printed).toEqual([await drawCardOf(desk, desk.number)]);
  expect(desk.cards.get(desk.number)?.state).toBe('printed');
  expect(scanBack(desk, operator, desk.number, desk.text())).toEqual({
    number: desk.number,
    state: 'issued',
  });
  expect(desk.stateOf(id)).toBe('done');
  expect(desk.prints.open()).toEqual([]);
});

test('asked for twice, a card is printed once', async () => {
  const { desk, simulator } = await deskAtHand({ cardMs: 60 });
  const ids = new Set([desk.print(), desk.print()]);
  expect(ids.size).toBe(1);
  for (const id of ids) await expect.poll(() => desk.stateOf(id), soon).toBe('printed');
  desk.print();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(simulator.received).toHaveLength(1);
});

test('a printed card is printed again only for a reason, and the reason is in the audit', async () => {
  const { desk, simulator } = await deskAtHand();
  const id = desk.print();
  await expect.poll(() => desk.stateOf(id), soon).toBe('printed');
  scanBack(desk, operator, desk.number, desk.text());
  expect(requestPrint(desk, operator, desk.number, null)).toMatchObject({ code: 'reprint-reason-missing' });
  const again = requestPrint(desk, operator, desk.number, 'damaged');
  if (isRefused(again)) throw new Error(again.code);
  await expect.poll(() => desk.stateOf(again.id), soon).toBe('printed');
  expect(simulator.printed).toHaveLength(2);
  expect(desk.audited()).toContain('card-print-damaged');
  expect(desk.audit.verify().outcome).toBe('intact');
});

test('a spoiled card that was never scanned back gives way to the next', async () => {
  const { desk } = await deskAtHand();
  const spoiled = desk.print();
  await expect.poll(() => desk.stateOf(spoiled), soon).toBe('printed');
  const again = requestPrint(desk, operator, desk.number, 'spoiled');
  if (isRefused(again)) throw new Error(again.code);
  expect(desk.stateOf(spoiled)).toBe('given-up');
  await expect.poll(() => desk.stateOf(again.id), soon).toBe('printed');
});

test('after an update the new card needs no reason, and the old one does not pass for it', async () => {
  const { desk } = await deskAtHand();
  const before = desk.text();
  const first = desk.print();
  await expect.poll(() => desk.stateOf(first), soon).toBe('printed');
  scanBack(desk, operator, desk.number, before);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  desk.makeCard({ ...asha, name: 'Asha Kumari' });
  const second = desk.print();
  expect(desk.prints.get(second)?.reason).toBe('newer-text');
  await expect.poll(() => desk.stateOf(second), soon).toBe('printed');
  expect(scanBack(desk, operator, desk.number, before)).toMatchObject({ code: 'older-card' });
  expect(scanBack(desk, operator, desk.number, desk.text())).toMatchObject({ state: 'issued' });
});

test('taken out of the queue while it prints, a card is ended at the printer', async () => {
  const { desk, simulator } = await deskAtHand({ cardMs: 5000 });
  const id = desk.print();
  await expect.poll(() => simulator.received.length, soon).toBe(1);
  giveUpPrint(desk, operator, id);
  await expect.poll(() => desk.stateOf(id), soon).toBe('given-up');
  expect(simulator.printed).toHaveLength(0);
});

test('a printed card that central takes back before it is checked leaves the queue', async () => {
  const { desk } = await deskAtHand();
  const id = desk.print();
  await expect.poll(() => desk.stateOf(id), soon).toBe('printed');
  desk.cards.advance(desk.number, 'revoked');
  expect(desk.prints.open()).toEqual([]);
  expect(scanBack(desk, operator, desk.number, desk.text())).toMatchObject({ code: 'card-revoked' });
});

test('a card cancelled while it waits is not printed', async () => {
  const { desk, simulator } = await deskAtHand();
  simulator.stop('media-empty');
  const id = desk.print();
  await expect.poll(() => desk.troubleOf(id), soon).toBe('printer-out-of-cards');
  desk.cards.advance(desk.number, 'revoked');
  simulator.mend();
  await expect.poll(() => desk.stateOf(id), soon).toBe('given-up');
  expect(simulator.received).toHaveLength(0);
});
