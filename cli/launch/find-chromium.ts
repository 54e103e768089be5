import { existsSync, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** What the search looks at; a test gives its own. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  exists(path: string): boolean;
}

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  exists: existsSync,
};

/** Names on the PATH, best first. */
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'msedge',
  'microsoft-edge',
];

/**
 * Finds an installed Chromium, Chrome or Edge: the one that the variable CHROMIUM names, then the PATH, then
 * the system's usual places, then Playwright's download folder.
 * @returns path of the executable; undefined when there is none, or when CHROMIUM says `none`
 */
export function findChromium(machine: Machine = thisMachine): string | undefined {
  const told = machine.env['CHROMIUM'];
  if (told === 'none') return undefined;
  if (told && machine.exists(told)) return told;
  return [...onPath(machine), ...usualPlaces(machine), ...fromPlaywright(machine)].find(machine.exists);
}

function onPath({ platform, env }: Machine): string[] {
  if (platform === 'win32') return [];
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function usualPlaces({ platform, env, home }: Machine): string[] {
  if (platform === 'darwin') {
    const applications = ['/Applications', join(home, 'Applications')];
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      applications.map((folder) => join(folder, `${name}.app/Contents/MacOS/${name}`)),
    );
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return folders.flatMap((folder) => (folder ? programs.map((program) => join(folder, program)) : []));
  }
  return ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium'];
}

function fromPlaywright({ platform, env, home }: Machine): string[] {
  const caches = {
    darwin: join(home, 'Library/Caches/ms-playwright'),
    win32: join(env['LOCALAPPDATA'] ?? home, 'ms-playwright'),
  };
  const usual =
    platform === 'darwin' || platform === 'win32' ? caches[platform] : join(home, '.cache/ms-playwright');
  const cwd = env['PLAYWRIGHT_BROWSERS_PATH'] ?? usual;
  const programs = ['chrome', 'chrome.exe', '*.app/Contents/MacOS/*'];
  return programs
    .flatMap((program) => globSync(`chromium-*/chrome-*/${program}`, { cwd }))
    .map((path) => join(cwd, path));
}
