/** The three ways to show the kiosk, best first. */
export const shells = ['electron', 'chromium', 'address'] as const;
export type Shell = (typeof shells)[number];

/** What the choice depends on. */
export interface ShellEnvironment {
  /** What the person asked for with KIOSK_SHELL, if anything. */
  readonly wanted?: Shell | undefined;
  /** Whether a window can appear here. */
  readonly display: boolean;
  readonly electron: { readonly outcome: 'present' } | { readonly outcome: 'absent'; readonly why: string };
  /** Path of an installed Chromium. */
  readonly chromium: string | undefined;
}

/**
 * Chooses how the kiosk is shown: in its own appliance shell, else in a window of an installed Chromium, else
 * as an address to open. `why` is one line for the person who started it.
 */
export function chooseShell(environment: ShellEnvironment): { readonly shell: Shell; readonly why: string } {
  const { wanted, display, electron, chromium } = environment;
  if (wanted === 'address') return { shell: 'address', why: 'KIOSK_SHELL asks for an address only' };
  if (!display) return { shell: 'address', why: 'there is no display here to open a window on' };
  if (electron.outcome === 'present' && wanted !== 'chromium') {
    return { shell: 'electron', why: 'opening the appliance shell (Electron)' };
  }
  const noElectron = electron.outcome === 'absent' ? electron.why : 'KIOSK_SHELL asks for Chromium';
  if (chromium) return { shell: 'chromium', why: `opening a window in ${chromium}, because ${noElectron}` };
  return { shell: 'address', why: `no Chromium is installed, and ${noElectron}` };
}
