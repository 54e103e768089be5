import { parseArgs } from 'node:util';
import { ensureScreens } from '../screens.js';
import { prepareBrowser } from './browser.ts';
import { journeys, staticChecks, unitTests } from './checks.ts';
import { prepareIpp } from './ipp.ts';
import { type Outcome, printSummary, runQuietly, runShown } from './outcome.ts';

/*
 * `npm test`: gets what the tests need from outside npm, then runs the static checks side by side, the unit
 * tests and the journeys in a browser. `--quick` leaves out everything that needs a browser.
 */

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const inCi = process.env['CI'] === 'true';
const outcomes: Outcome[] = [];

const browser = values.quick ? 'skipped' : prepareBrowser();
process.env['CHROMIUM'] = typeof browser === 'object' ? browser.path : 'none';
if (!values.quick) prepareIpp();

outcomes.push(...(await Promise.all(staticChecks.map(runQuietly))));
outcomes.push(await timed('screens', ensureScreens));
outcomes.push(await runShown(unitTests));
outcomes.push(await runShown(journeys));
if (browser === 'missing') outcomes.push({ name: 'a browser to test with', passed: !inCi, seconds: 0 });

printSummary(outcomes);
if (values.quick) console.log('Browser tests were skipped (--quick).');
if (browser === 'missing')
  console.log('No Chromium was found or could be fetched: ALL BROWSER TESTS WERE SKIPPED.');
process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;

async function timed(name: string, work: () => Promise<number>): Promise<Outcome> {
  console.log(`\n— ${name} —`);
  const begun = performance.now();
  const code = await work();
  return { name, passed: code === 0, seconds: (performance.now() - begun) / 1000 };
}
