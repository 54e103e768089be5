import SqliteDatabase from 'better-sqlite3-multiple-ciphers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KioskEvents } from '#core/events.ts';
import { openOutbox, outboxSchema } from '#sync/outbox/index.ts';
import { scheduleSync } from './schedule.ts';

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-01-01T09:00:00Z') }));
afterEach(() => void vi.useRealTimers());

/** A schedule over a real outbox, counting the rounds that it starts. */
function kioskThatSyncsByItself() {
  const outbox = openOutbox(new SqliteDatabase(':memory:').exec(outboxSchema), { now: () => Date.now() });
  const rounds: number[] = [];
  const sync = {
    async run() {
      rounds.push(Date.now());
      return { outcome: 'synced', accepted: 0, duplicates: 0, parked: 0 } as const;
    },
    register: async () => null,
    last: () => null,
    stop: async () => undefined,
  };
  const events = new KioskEvents();
  const end = scheduleSync({ sync, outbox, events, now: () => new Date() }, (error) => {
    throw error;
  });
  return { outbox, rounds, events, end };
}

const packet = {
  id: 'a'.repeat(64),
  personId: 'p',
  revision: 1,
  bytes: new Uint8Array(9),
  district: '900001',
};

test('a new enrolment is sent within a minute, and nothing is sent when nothing waits', () => {
  const { outbox, rounds, end } = kioskThatSyncsByItself();
  vi.advanceTimersByTime(10 * 60_000);
  expect(rounds).toHaveLength(0);
  outbox.add(packet);
  vi.advanceTimersByTime(60_000);
  expect(rounds.length).toBeGreaterThan(0);
  end();
});

test('an enrolment committed is sent at once, while the person is still there', () => {
  const { outbox, rounds, events, end } = kioskThatSyncsByItself();
  outbox.add(packet);
  events.emit('queued');
  expect(rounds).toHaveLength(1);
  end();
});

test('central that refuses this kiosk is not asked without end', () => {
  const { outbox, rounds, events, end } = kioskThatSyncsByItself();
  outbox.add(packet);
  for (let told = 0; told < 50; told++) events.emit('status');
  expect(rounds).toHaveLength(0);
  end();
});

test('central out of reach is left alone until the back-off is over', () => {
  const { outbox, rounds, end } = kioskThatSyncsByItself();
  outbox.add(packet);
  for (let failure = 0; failure < 12; failure++) outbox.noteLink(false);
  vi.advanceTimersByTime(60_000);
  expect(rounds).toHaveLength(0);
  end();
});

test('lists are fetched every hour though nothing waits, until the kiosk closes', () => {
  const { rounds, end } = kioskThatSyncsByItself();
  vi.advanceTimersByTime(3 * 3_600_000 + 60_000);
  expect(rounds).toHaveLength(3);
  end();
  vi.advanceTimersByTime(3_600_000);
  expect(rounds).toHaveLength(3);
});
