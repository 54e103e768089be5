import { expect, test } from 'vitest';
import { openKeyStore } from './key-custody.ts';
import { type StandInOptions, standInForElectron } from './stand-in.ts';

const fileKey = Uint8Array.from({ length: 32 }, (_, index) => index * 7);

test('the key comes back as it was, and its wrapping does not show it', async () => {
  const custody = await open({ packaged: true });
  if (custody.outcome !== 'safe') throw new Error(custody.outcome);
  const wrapped = await custody.keyCustody.wrap(fileKey);
  expect(wrapped).not.toContain(Buffer.from(fileKey).toString('base64'));
  expect(await custody.keyCustody.unwrap(wrapped)).toEqual(Buffer.from(fileKey));
});

test('a folder carried over from another machine is refused, not thrown at', async () => {
  const custody = await open({ packaged: true });
  if (custody.outcome !== 'safe') throw new Error(custody.outcome);
  const foreign = Buffer.from('of another key store').toString('base64');
  expect(await custody.keyCustody.unwrap(foreign)).toMatchObject({
    outcome: 'refused',
    code: 'wrong-passphrase',
  });
});

test('a Linux without a keyring is refused in production, and only told in development', async () => {
  expect((await open({ packaged: true, backend: 'basic_text' })).outcome).toBe('no-key-store');
  expect((await open({ packaged: false, backend: 'basic_text' })).outcome).toBe('unprotected');
});

test('a key store that cannot be used is refused everywhere', async () => {
  expect((await open({ packaged: false, keyStoreAvailable: false })).outcome).toBe('no-key-store');
});

function open(options: StandInOptions & { packaged: boolean }) {
  return openKeyStore(standInForElectron(options).electron.keyStore, options.packaged, 'linux');
}
