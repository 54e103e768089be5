import { poolScores, type Scores } from '#models/evaluation/index.ts';
import { type DetSeries, drawDet, drawDetLegend } from './det-panel.ts';
import { drawHistogram, drawHistogramLegend, type Thresholds } from './histogram-panel.ts';
import { ink, svg } from './markup.ts';
import { allTogether, strokeOf } from './palette.ts';

export interface ChartedSet {
  readonly name: string;
  readonly scores: Scores;
}

export interface ChartText {
  readonly title: string;
  /** What was measured, how and when. */
  readonly subtitle: string;
}

const size = { width: 1280, height: 610 } as const;
const det = { x: 84, y: 112, width: 420, height: 420 } as const;
const detLegend = { x: 524, y: 112, width: 266, height: 420 } as const;
const scoresPanel = { x: 870, y: 112, width: 380, height: 420 } as const;

/**
 * Error rates as a picture: DET curves of each set and of all together, and the scores of all together.
 *
 * @returns an SVG document that needs nothing else to be shown
 */
export async function drawChart(
  sets: readonly ChartedSet[],
  thresholds: Thresholds,
  { title, subtitle }: ChartText,
): Promise<string> {
  const all = poolScores(sets.map(({ scores }) => scores));
  const lines: DetSeries[] = sets.map((set, place) => ({ ...set, stroke: strokeOf(place) }));
  if (sets.length > 1) lines.push({ name: 'pooled', scores: all, stroke: allTogether });
  const picture =
    await svg`<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" font-family="'Noto Sans', 'Segoe UI', 'Helvetica Neue', 'DejaVu Sans', Arial, sans-serif" role="img">
<title>${title}. ${subtitle}</title>
<rect width="100%" height="100%" fill="${ink.paper}"/>
<text x="26" y="38" font-size="20" font-weight="600" fill="${ink.text}">${title}</text>
<text x="26" y="62" font-size="13" fill="${ink.faint}">${subtitle}</text>
${drawDet(det, lines)}
${drawDetLegend(detLegend, lines)}
${drawHistogram(scoresPanel, all, thresholds)}
${drawHistogramLegend(scoresPanel.x - 34, size.height - 16, all)}
</svg>
`;
  return String(picture);
}
