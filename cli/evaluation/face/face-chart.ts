import type { FaceEvaluation } from '#models/face/index.ts';
import { drawChart } from '../chart/chart.ts';

/** An engine's scores end there. */
const mostDecibels = 60;

/** The chart of a measured set, as an SVG document: cosines brought to decibels, which rise and fall alike. */
export function faceChart(name: string, { engine, figures, scores }: FaceEvaluation): Promise<string> {
  const { images, people, genuine, impostor } = figures;
  const subtitle = [
    name,
    `${images.toLocaleString('en')} photos of ${people.toLocaleString('en')} people`,
    `${genuine.toLocaleString('en')} genuine and ${impostor.toLocaleString('en')} impostor comparisons`,
    new Date().toISOString().slice(0, 10),
  ].join(' · ');
  const decibels = { genuine: scores.genuine.map(engine.score), impostor: scores.impostor.map(engine.score) };
  const thresholds = {
    candidate: Math.round(engine.score(engine.thresholds.candidate)),
    match: Math.round(engine.score(engine.thresholds.match)),
    most: mostDecibels,
  };
  return drawChart([{ name, scores: decibels }], thresholds, { title: `Face engine ${engine.id}`, subtitle });
}
