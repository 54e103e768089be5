import { afterAll, beforeAll, test } from 'vitest';
import type { Site } from '#core/index.ts';
import { noBrowser } from './browser.ts';
import { openStage, type Stage } from './stage.ts';

const openingTimeout = 120_000;
const journeyTimeout = 90_000;

/**
 * Tests that share one stage, opened before the first. Skipped by name where there is no Chromium.
 * @param prepare what was before the first test: people enrolled, the language chosen
 * @param site where, when not at the demonstration's own site
 * @returns like vitest's `test`, with the stage given to each
 */
export function journeys(
  prepare: (stage: Stage) => Promise<void> = async () => {},
  site: () => Promise<Site | undefined> = async () => undefined,
) {
  let stage: Stage;
  beforeAll(async () => {
    if (noBrowser) return;
    stage = await openStage(await site());
    await prepare(stage);
  }, openingTimeout);
  afterAll(async () => stage?.close());
  return (name: string, run: (stage: Stage) => Promise<void>) =>
    test.skipIf(noBrowser)(`${name}${noBrowser}`, () => run(stage), journeyTimeout);
}
