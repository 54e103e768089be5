import { expect, test } from 'vitest';
import { chooseShell } from './choose-shell.ts';

const electron = { outcome: 'present' } as const;
const noElectron = { outcome: 'absent', why: 'Electron could not be fetched' } as const;
const chromium = '/usr/bin/chromium';

test('the appliance shell comes first', () => {
  expect(chooseShell({ display: true, electron, chromium }).shell).toBe('electron');
});

test('without Electron a window of the installed Chromium opens, and the line says why', () => {
  const { shell, why } = chooseShell({ display: true, electron: noElectron, chromium });
  expect(shell).toBe('chromium');
  expect(why).toBe('opening a window in /usr/bin/chromium, because Electron could not be fetched');
});

test('with neither, the address is told', () => {
  const { shell, why } = chooseShell({ display: true, electron: noElectron, chromium: undefined });
  expect(shell).toBe('address');
  expect(why).toBe('no Chromium is installed, and Electron could not be fetched');
});

test('without a display nothing is opened, whatever is installed', () => {
  const { shell, why } = chooseShell({ display: false, electron, chromium });
  expect(shell).toBe('address');
  expect(why).toContain('no display');
});

test('KIOSK_SHELL is followed where it can be', () => {
  expect(chooseShell({ wanted: 'chromium', display: true, electron, chromium }).shell).toBe('chromium');
  expect(chooseShell({ wanted: 'address', display: true, electron, chromium }).shell).toBe('address');
  expect(chooseShell({ wanted: 'electron', display: true, electron: noElectron, chromium }).shell).toBe(
    'chromium',
  );
});
