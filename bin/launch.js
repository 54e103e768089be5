import { handOver } from './hand-over.js';
import { ensureInstalled } from './install.js';
import { ensureScreens } from './screens.js';

/** Commands that show the screens. */
const withScreens = ['start'];

/**
 * Runs the command line on Node 24, with packages and screens in place.
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
export async function launch(args) {
  const wantsHelp = args.includes('--help') || args.includes('-h');
  if (withScreens.includes(args[0]) && !wantsHelp) {
    const failed = (await ensureInstalled()) || (await ensureScreens());
    if (failed) return failed;
  }
  return handOver('cli/kiosk.ts', args);
}
