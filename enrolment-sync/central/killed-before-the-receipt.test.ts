import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Central, openCentral } from './index.ts';
import { issuer, registerKiosk } from './test/kiosk.ts';

let dataDir: string;
let dying: ChildProcess | undefined;
/** Two databases start one after the other; a busy machine takes its time. */
const patience = 120_000;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'central-'));
});

afterAll(async () => {
  dying?.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

const Said = z.object({ url: z.url(), code: z.string() });

test(
  'central is killed after it took a packet in, and the kiosk sends it again',
  async () => {
    const script = fileURLToPath(new URL('./test/central-that-dies.ts', import.meta.url));
    const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
    dying = child;
    const [line] = await once(createInterface(child.stdout), 'line');
    const { url, code } = Said.parse(JSON.parse(line));

    let ask: Central['fetch'] = (request) => fetch(request);
    const kiosk = await registerKiosk({ fetch: (request) => ask(request) }, code, url);
    const packet = await kiosk.seal(kiosk.record());
    await expect(kiosk.send(packet)).rejects.toThrow('fetch failed');
    if (child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');

    const central = await openCentral({ dataDir, issuer });
    try {
      expect(await central.counts()).toMatchObject({ people: 1, packets: 1, devices: 1 });
      ask = central.fetch;
      expect(await kiosk.send(packet)).toMatchObject({ outcome: 'accepted' });
      expect(await central.counts()).toMatchObject({ people: 1, packets: 1 });
    } finally {
      await central.close();
    }
  },
  patience,
);
