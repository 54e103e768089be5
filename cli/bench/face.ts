import sharp from 'sharp';
import { decodePhoto, isRefused } from '#core/index.ts';
import { demoPeople, photograph } from '#demo/index.ts';
import { type BackEndName, backEnds, type FaceEngine, openFaceEngine } from '#models/face/index.ts';
import { type Figure, medianMs } from './figure.ts';

/*
 * `kiosk bench face`: from a photo of 1280 × 720 to a template, from a frame to a hint, and a frame of a liveness
 * challenge; one worker, on every back end this machine has. The reference workload is the same work on tfjs-wasm.
 */

type Photo = Parameters<FaceEngine['embed']>[0];

interface Times {
  readonly backEnd: BackEndName;
  /** From nothing to the first template. */
  readonly start: number;
  readonly embed: number;
  readonly guide: number;
  readonly observe: number;
}

export async function faceFigures(): Promise<Figure[]> {
  const photo = await portrait();
  const before = process.memoryUsage.rss();
  const engine = await openFaceEngine();
  await engine.embed(photo);
  const grown = process.memoryUsage.rss() - before;
  await engine.close();

  const measured: Times[] = [];
  for (const backEnd of backEnds) measured.push(...(await timesOn(backEnd, photo)));
  const reference = measured.find(({ backEnd }) => backEnd === 'tfjs-wasm');
  if (!reference) throw new Error('tfjs-wasm is always there');
  const to = 'the same on tfjs-wasm';
  return [
    ...measured.flatMap((times) => [
      compared(times, 'photo of 1280x720 to template', times.embed, reference.embed),
      compared(times, 'frame of 1280x720 to hint', times.guide, reference.guide),
      compared(times, 'frame of 1280x720 of a liveness challenge', times.observe, reference.observe),
      compared(times, 'cold start to first template', times.start, reference.start),
    ]),
    { what: `face, ${engine.runningOn.backEnd}: memory of one worker`, value: grown / 1e6, unit: 'MB' },
  ];

  function compared({ backEnd }: Times, what: string, value: number, than: number): Figure {
    return { what: `face, ${backEnd}: ${what}`, value, unit: 'ms', ratio: value / than, to };
  }
}

/** Nothing where the back end is not there. */
async function timesOn(backEnd: BackEndName, photo: Photo): Promise<Times[]> {
  const begun = performance.now();
  const engine = await openFaceEngine({ backEnds: [backEnd, 'tfjs-wasm'] });
  try {
    if (engine.runningOn.backEnd !== backEnd) return [];
    await engine.embed(photo);
    const start = performance.now() - begun;
    const embed = await medianMs(() => engine.embed(photo));
    const guide = await medianMs(() => engine.guide(photo));
    const observe = await medianMs(() => engine.observe(photo));
    return [{ backEnd, start, embed, guide, observe }];
  } finally {
    await engine.close();
  }
}

async function portrait(): Promise<Photo> {
  const jpeg = await photograph(demoPeople[0]);
  const wide = sharp(jpeg).resize(1280, 720, { fit: 'contain', background: '#888' });
  const photo = await decodePhoto(await wide.png().toBuffer());
  if (isRefused(photo)) throw new Error(`the sample photo is refused: ${photo.code}`);
  return photo;
}
