import { afterAll, beforeAll, test } from 'vitest';
import { noBrowser } from './browser.ts';
import { openStage, type Stage } from './stage.ts';

const openingTimeout = 120_000;
const journeyTimeout = 90_000;

/**
 * Tests that share one stage, opened before the first. Skipped by name where there is no Chromium.
 * @param prepare what was before the first test: people enrolled, the language chosen
 * @returns like vitest's `test`, with the stage given to each
 */
export function journeys(prepare: (stage: Stage) => Promise<void> = async () => {}) {
  let stage: Stage;
  beforeAll(async () => {
    if (noBrowser) return;
    stage = await openStage();
    await prepare(stage);
  }, openingTimeout);
  afterAll(async () => stage?.close());
  return (name: string, run: (stage: Stage) => Promise<void>) =>
    test.skipIf(noBrowser)(`${name}${noBrowser}`, () => run(stage), journeyTimeout);
}
