import type { Protocol } from '#models/evaluation/index.ts';
import { fingerprintEngineId, thresholds } from '#models/fingerprint/index.ts';
import { drawChart } from './chart/chart.ts';
import type { MeasuredFolder } from './measured-folder.ts';
import { shortNames } from './short-names.ts';

const mostDecibels = 120;

/** The chart of measured folders, as an SVG document. */
export function fingerprintChart(measured: readonly MeasuredFolder[], protocol: Protocol): Promise<string> {
  const names = shortNames(measured.map(({ folder }) => folder));
  const sets = measured.map(({ evaluation }, at) => ({ name: names[at], scores: evaluation.scores }));
  const total = (count: (one: MeasuredFolder) => number) =>
    measured.reduce((sum, one) => sum + count(one), 0).toLocaleString('en');
  const subtitle = [
    measured.length === 1 ? names[0] : `${measured.length} sets`,
    `${total(({ evaluation }) => evaluation.images)} prints`,
    `${total(({ evaluation }) => evaluation.genuine)} genuine and ${total(({ evaluation }) => evaluation.impostor)} impostor comparisons`,
    `${protocol} protocol`,
    new Date().toISOString().slice(0, 10),
  ].join(' · ');
  return drawChart(
    sets,
    { ...thresholds, most: mostDecibels },
    { title: `Fingerprint engine ${fingerprintEngineId}`, subtitle },
  );
}
