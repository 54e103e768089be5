import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { demoPeople } from '#demo/index.ts';
import { kiosk } from '../support/command-line.ts';

const Entries = z.array(z.object({ step: z.string(), happened: z.string(), right: z.boolean() }));

test('the demonstration comes to the right outcome at every step, and leaves the cards', async () => {
  const out = await mkdtemp(join(tmpdir(), 'kiosk-demo-'));
  onTestFinished(() => rm(out, { recursive: true, force: true }));
  const ran = await kiosk(['demo', '--out', out, '--json'], {});
  const entries = Entries.parse(JSON.parse(ran.out));
  expect(entries.filter(({ right }) => !right)).toEqual([]);
  expect(ran.code).toBe(0);
  const cards = await readdir(join(out, 'cards'));
  expect(cards.filter((name) => name.endsWith('.pdf'))).toHaveLength(demoPeople.length);
}, 120_000);
