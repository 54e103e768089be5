import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openEf01Scanner } from './scanner.ts';
import { scannerAtHand } from './scanner-at-hand.fixture.ts';

test('no device at the path: gone, and it says why', async () => {
  const scanner = await openEf01Scanner({ path: '/dev/no-such-scanner' });
  onTestFinished(() => scanner.close());
  expect([scanner.status(), scanner.fault]).toEqual(['gone', 'absent']);
  expect(await scanner.capture({ timeoutMs: 100 })).toEqual({ outcome: 'device-gone' });
});

test('a path that is no serial port', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'no-port-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'file'), '');
  const scanner = await openEf01Scanner({ path: join(folder, 'file') });
  onTestFinished(() => scanner.close());
  expect(scanner.status()).toBe('gone');
});

test('a module locked with another password', async () => {
  const { scanner } = await scannerAtHand({ password: 0xdeadbeef });
  expect([scanner.status(), scanner.fault]).toEqual(['gone', 'wrong-password']);
  const { scanner: right } = await scannerAtHand({ password: 0xdeadbeef }, { password: 0xdeadbeef });
  expect([right.status(), right.fault]).toEqual(['ready', null]);
});

test('a port another program holds', async () => {
  const { simulator } = await scannerAtHand({ line: 'pty' });
  const second = await openEf01Scanner({ path: simulator.path });
  onTestFinished(() => second.close());
  expect(second.fault).toBe('in-use');
  expect(await second.capture({ timeoutMs: 100 })).toEqual({ outcome: 'busy' });
});
