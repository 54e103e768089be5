import { resolve } from 'node:path';
import { Command } from 'commander';
import { refuse } from '#core/index.ts';
import {
  type LabelledPhoto,
  observeQuality,
  openFaceEngine,
  type QualityGroup,
  qualityByGroup,
  type Worsening,
  worsenings,
} from '#models/face/index.ts';
import { aligned } from '../evaluation/aligned.ts';
import { type Groups, groupingOf, readGroups } from '../evaluation/face/groups-file.ts';
import { groupName } from '../evaluation/face/wording.ts';
import { openProgress } from '../evaluation/progress.ts';
import { findPhotos, readPhotos } from '../labelled.ts';
import { report } from '../report.ts';
import { refusedBy } from '../session.ts';

/* `kiosk evaluate face-quality`: whether quality judges pictures or people. */

interface QualityOptions {
  readonly groups?: string;
  readonly json?: boolean;
}

interface Measured {
  /** What was done to them. */
  readonly photos: string;
  /** Of the photos in which a face was found. */
  readonly groups: readonly QualityGroup[];
}

export const evaluateFaceQualityCommand = new Command('face-quality')
  .description(
    'Mean quality by group of people, of good photos and of the same made worse: folders as for `face`',
  )
  .argument('<folder>')
  .option('--groups <file>', 'CSV, a row a person or file, any columns (sex, age, ...)')
  .option('--json', 'print the result as JSON')
  .action(async (folder: string, options: QualityOptions) => {
    const files = await findPhotos(resolve(folder));
    const groups = options.groups ? await readGroups(options.groups, files) : null;
    let unreadable = 0;
    const photos = await Array.fromAsync(readPhotos(files, () => unreadable++));
    const progress = openProgress([folder], options.json);
    const engine = await openFaceEngine();
    const measured: Measured[] = [];
    try {
      for (const [at, worsening] of worsenings.entries()) {
        const onProgress = (done: number) =>
          progress.show(0, (at + done / photos.length) / worsenings.length);
        const seen = await observeQuality(worsened(photos, worsening), { engine, onProgress });
        measured.push({
          photos: worsening.name,
          groups: qualityByGroup(seen, groupingsOf(groups, seen)),
        });
      }
    } finally {
      progress.stop();
      await engine.close();
    }
    if (measured[0].groups.length === 0) throw refusedBy(refuse('no-face', [folder]));
    const figures = { folder, measured, ...(unreadable > 0 && { unreadable }) };
    report(figures, options.json, () => table(measured));
  });

function* worsened(photos: readonly LabelledPhoto[], { of }: Worsening): Generator<LabelledPhoto> {
  for (const photo of photos) yield { ...photo, image: of(photo.image) };
}

function groupingsOf(groups: Groups | null, photos: readonly Pick<LabelledPhoto, 'name' | 'person'>[]) {
  const everybody = { by: 'all', groupOf: photos.map(() => 'everybody') };
  return [everybody, ...(groups?.groupings.map((grouping) => groupingOf(grouping, photos)) ?? [])];
}

function table(measured: readonly Measured[]): string {
  const [{ groups: rows }] = measured;
  const columns = [
    ['group', ...rows.map(groupName)],
    ['people', ...rows.map(({ people }) => String(people))],
    ...measured.map(({ photos, groups }) => [photos, ...rows.map((row) => qualityText(row, groups))]),
  ];
  return `${aligned(columns)}\nmean quality and its 95 % confidence interval, over people; in brackets how many photos no longer show a face`;
}

function qualityText({ by, name, images }: QualityGroup, groups: readonly QualityGroup[]): string {
  const group = groups.find((one) => one.by === by && one.name === name);
  if (!group) return `- (${images})`;
  const { mean, give } = group.means.quality;
  const lost = images - group.images;
  return `${mean.toFixed(1)} ± ${give.toFixed(1)}${lost > 0 ? ` (${lost})` : ''}`;
}
