import { type OrientationField, orientationAt } from './orientation.ts';
import { branches, erase, exits, findNodes, join, type Skeleton, walk } from './skeleton.ts';

/*
 * Structures that noise leaves in a skeleton and that no finger has: short spurs and scraps, breaks across a scar or a
 * pore, bridges between neighbouring ridges, and small islands. Lengths are in pixels at 500 dpi, where ridges are
 * about nine apart.
 */

const spurLength = 9;
const scrapLength = 14;
const gapLength = 10;
const bridgeLength = 11;
const islandLength = 13;
/** Cosine of the largest turn a break may make, and of the ridge angle from which a short link is a bridge. */
const gapStraightness = 0.75;
const bridgeAlignment = 0.72;
const tangentLength = 8;

export function cleanUp(skeleton: Skeleton, field: OrientationField): void {
  removeSpurs(skeleton);
  closeGaps(skeleton);
  removeBridges(skeleton, field);
  removeSpurs(skeleton);
  removeScraps(skeleton);
}

function removeSpurs(skeleton: Skeleton): void {
  for (const ending of findNodes(skeleton).endings) {
    const [first] = exits(skeleton, ending);
    if (first === undefined || !skeleton.pixels[ending]) continue;
    const line = walk(skeleton, ending, first, spurLength);
    if (line.stop !== 'fork') continue;
    erase(skeleton, line);
    skeleton.pixels[ending] = 0;
  }
}

function removeScraps(skeleton: Skeleton): void {
  for (const ending of findNodes(skeleton).endings) {
    const [first] = exits(skeleton, ending);
    if (first === undefined || !skeleton.pixels[ending]) continue;
    const line = walk(skeleton, ending, first, scrapLength);
    if (line.stop !== 'ending') continue;
    erase(skeleton, line);
    skeleton.pixels[ending] = 0;
  }
}

interface Ending {
  readonly at: number;
  readonly x: number;
  readonly y: number;
  /** Unit vector out of the line. */
  readonly outX: number;
  readonly outY: number;
}

function endingOf(skeleton: Skeleton, at: number): Ending | null {
  const [first] = exits(skeleton, at);
  if (first === undefined) return null;
  const { path } = walk(skeleton, at, first, tangentLength);
  const inner = path[path.length - 1];
  const x = at % skeleton.width;
  const y = Math.floor(at / skeleton.width);
  const dx = x - (inner % skeleton.width);
  const dy = y - Math.floor(inner / skeleton.width);
  const length = Math.hypot(dx, dy) || 1;
  return { at, x, y, outX: dx / length, outY: dy / length };
}

/** Joins endings that face each other in line. */
function closeGaps(skeleton: Skeleton): void {
  const endings = findNodes(skeleton)
    .endings.map((at) => endingOf(skeleton, at))
    .filter((ending) => ending !== null);
  const used = new Set<number>();
  for (const [i, a] of endings.entries())
    for (let j = i + 1; j < endings.length; j++) {
      const b = endings[j];
      const dx = b.x - a.x;
      const dy = b.y - a.y;
      if (Math.abs(dx) > gapLength || Math.abs(dy) > gapLength) continue;
      const length = Math.hypot(dx, dy);
      if (length > gapLength || length < 1 || used.has(a.at) || used.has(b.at)) continue;
      const facing = -(a.outX * b.outX + a.outY * b.outY);
      const ahead = (a.outX * dx + a.outY * dy) / length;
      const back = -(b.outX * dx + b.outY * dy) / length;
      if (Math.min(facing, ahead, back) < gapStraightness) continue;
      join(skeleton, a.at, b.at);
      used.add(a.at).add(b.at);
    }
}

/** Removes short links between forks that run across the ridges, and one side of small islands. */
function removeBridges(skeleton: Skeleton, field: OrientationField): void {
  const { width } = skeleton;
  for (const fork of findNodes(skeleton).forks) {
    if (!skeleton.pixels[fork] || branches(skeleton, fork) < 3) continue;
    const links = exits(skeleton, fork)
      .map((first) => walk(skeleton, fork, first, islandLength))
      .filter((link) => link.stop === 'fork' && link.path.length > 2);
    const ends = links.map((link) => link.path[link.path.length - 1]);
    for (const [i, link] of links.entries()) {
      const end = ends[i];
      const dx = (end % width) - (fork % width);
      const dy = Math.floor(end / width) - Math.floor(fork / width);
      const length = Math.hypot(dx, dy);
      const x = (fork % width) + dx / 2;
      const y = Math.floor(fork / width) + dy / 2;
      const ridge = orientationAt(field, x, y);
      const along = Math.abs(Math.cos(ridge) * dx + Math.sin(ridge) * dy) / (length || 1);
      const bridge = link.path.length <= bridgeLength && along < bridgeAlignment;
      const island = ends.indexOf(end) < i;
      if (bridge || island) {
        erase(skeleton, link);
        break;
      }
    }
  }
}
