import { ENGINE_ID, type FaceEvaluation, faceScore, faceThresholds } from '#models/face/index.ts';
import { drawChart } from '../chart/chart.ts';

/** `faceScore` ends there. */
const mostDecibels = 60;

/** The chart of a measured set, as an SVG document: cosines brought to decibels, which rise and fall alike. */
export function faceChart(name: string, { figures, scores }: FaceEvaluation): Promise<string> {
  const { images, people, genuine, impostor } = figures;
  const subtitle = [
    name,
    `${images.toLocaleString('en')} photos of ${people.toLocaleString('en')} people`,
    `${genuine.toLocaleString('en')} genuine and ${impostor.toLocaleString('en')} impostor comparisons`,
    new Date().toISOString().slice(0, 10),
  ].join(' · ');
  const decibels = { genuine: scores.genuine.map(faceScore), impostor: scores.impostor.map(faceScore) };
  const thresholds = {
    candidate: Math.round(faceScore(faceThresholds.candidate)),
    match: Math.round(faceScore(faceThresholds.match)),
    most: mostDecibels,
  };
  return drawChart([{ name, scores: decibels }], thresholds, { title: `Face engine ${ENGINE_ID}`, subtitle });
}
