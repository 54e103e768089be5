import { userInfo } from 'node:os';

/** Whether a window can appear: always on macOS and Windows, elsewhere when an X or Wayland display is named. */
export function hasDisplay(platform = process.platform, env: NodeJS.ProcessEnv = process.env): boolean {
  return platform === 'darwin' || platform === 'win32' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/** Chromium and Electron refuse to run their sandbox for root on Linux; it has to be told to do without. */
export function sandboxFlags(): readonly string[] {
  return process.platform === 'linux' && userInfo().uid === 0 ? ['--no-sandbox'] : [];
}
