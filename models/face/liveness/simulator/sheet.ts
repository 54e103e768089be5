/* A photo on paper or on a screen before the camera: a flat sheet, or one bent about its upright middle line. */
import type { Point, RgbImage } from '../../image.ts';
import type { SolidPoint } from '../nets/mesh-nets.ts';
import { type Surface, see, type Turn, turned } from './surface.ts';

/** Camera to sheet, in heights of the sheet. */
const DISTANCE = 2.2;
const STEPS = 24;

export interface Held extends Turn {
  /** How far it is bent towards the camera's sides: degrees between its left and right edge; 0 is flat. */
  readonly bent?: number;
  /** Pixels. */
  readonly x?: number;
  readonly y?: number;
  /** 1 unless told. */
  readonly size?: number;
}

/** The photo as the camera sees it, in a picture of the same size. */
export function seenOnSheet(
  picture: RgbImage,
  { bent = 0, x = 0, y = 0, size = 0.9, ...turn }: Held,
): RgbImage {
  const { width, height } = picture;
  const middle: SolidPoint = [width / 2, height / 2, 0];
  const texture: Point[] = [];
  const corners: SolidPoint[] = [];
  for (let row = 0; row <= STEPS; row++) {
    for (let column = 0; column <= STEPS; column++) {
      texture.push([(column / STEPS) * width, (row / STEPS) * height]);
      const [across, depth] = arc(
        (column / STEPS - 0.5) * width * size,
        (bent * Math.PI) / 180 / (width * size),
      );
      corners.push([width / 2 + across, height / 2 + (row / STEPS - 0.5) * height * size, depth]);
    }
  }
  const held = turned(corners, middle, turn).map(([px, py, z]): SolidPoint => [px + x, py + y, z]);
  const surface: Surface = { picture, texture, corners: held, triangles: gridTriangles() };
  return see([surface], { width, height, distance: DISTANCE * height });
}

/** Along an arc from its nearest point: how far to the side, and how far back. */
function arc(length: number, curvature: number): Point {
  if (curvature === 0) return [length, 0];
  const angle = length * curvature;
  return [Math.sin(angle) / curvature, (1 - Math.cos(angle)) / curvature];
}

function gridTriangles(): Uint32Array {
  const triangles: number[] = [];
  for (let row = 0; row < STEPS; row++)
    for (let column = 0; column < STEPS; column++) {
      const nw = row * (STEPS + 1) + column;
      const sw = nw + STEPS + 1;
      triangles.push(nw, sw, nw + 1, nw + 1, sw, sw + 1);
    }
  return Uint32Array.from(triangles);
}
