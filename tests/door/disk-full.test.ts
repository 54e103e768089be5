import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isRefused, openKiosk, passphraseCustody } from '#core/index.ts';
import { demoPeople, demoSite, photograph } from '#demo/index.ts';
import { signInAt } from '../support/door.ts';

/* A real full disk: a small tmpfs, which only root on Linux may mount. */

const disk = mkdtempSync(join(tmpdir(), 'kiosk-disk-'));
const mounted = mountSmallDisk();
const why = mounted ? '' : ' (skipped: mounting a small disk needs root on Linux)';

function mountSmallDisk(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

afterAll(() => {
  if (mounted) execFileSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

test.skipIf(!mounted)(`on a full disk a step is refused, and what was saved before stays${why}`, async () => {
  const site = { ...demoSite, devices: { scanner: { kind: 'none' }, printer: { kind: 'none' } } } as const;
  const options = { home: disk, site, keyCustody: passphraseCustody('p'), scanner: null, printer: null };
  const kiosk = await openKiosk(options);
  if (isRefused(kiosk)) throw new Error(kiosk.code);
  await kiosk.putOperator({ id: 'asha', name: 'Asha', role: 'operator' }, '2468');
  const door = await signInAt(kiosk);
  const draft = await door.draft();
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, 'filler'), Buffer.alloc(bavail * bsize));

  const face = await door.ask('PUT', `/api/enrolments/${draft}/face`, await photograph(demoPeople[0]));
  expect(face).toMatchObject({ status: 507, refused: 'disk-full' });
  const before = { step: 'face', face: null, person: { name: demoPeople[0].person.name } };
  expect((await door.ask('GET', `/api/enrolments/${draft}`)).body).toMatchObject(before);

  rmSync(join(disk, 'filler'));
  const again = await door.ask('PUT', `/api/enrolments/${draft}/face`, await photograph(demoPeople[0]));
  expect(again).toMatchObject({ status: 200, refused: null });
  await kiosk.close();
});
