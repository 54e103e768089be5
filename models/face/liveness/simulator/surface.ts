/*
 * A picture drawn on a surface, moved, and seen by a camera: what the tests hold before the engine. Triangles with a depth
 * buffer, the picture taken from the nearest pixels (bilinear). Nothing here is used outside tests and measurements.
 */
import type { Point, RgbImage } from '../../image.ts';
import type { SolidPoint } from '../nets/mesh-nets.ts';

export interface Surface {
  readonly picture: RgbImage;
  /** Corner by corner: where it lies in the picture, and in space. Depth in the picture's pixels, smaller is nearer. */
  readonly texture: readonly Point[];
  readonly corners: readonly SolidPoint[];
  /** Three corners each. */
  readonly triangles: Uint32Array;
}

export interface Camera {
  readonly width: number;
  readonly height: number;
  /** How far before the depth 0, pixels. */
  readonly distance: number;
}

/** Grey, as a wall. */
const WALL = 118;

/** What the camera sees of the surfaces; it looks at the middle of its picture. */
export function see(surfaces: readonly Surface[], { width, height, distance }: Camera): RgbImage {
  const pixels = new Uint8Array(width * height * 3).fill(WALL);
  const nearest = new Float32Array(width * height).fill(Number.POSITIVE_INFINITY);
  for (const { picture, texture, corners, triangles } of surfaces) {
    const seen = corners.map(([x, y, z]): SolidPoint => {
      const scale = distance / (distance + z);
      return [width / 2 + (x - width / 2) * scale, height / 2 + (y - height / 2) * scale, z];
    });
    for (let at = 0; at < triangles.length; at += 3) {
      const [a, b, c] = triangles.subarray(at, at + 3);
      draw([seen[a], seen[b], seen[c]], [texture[a], texture[b], texture[c]]);
    }

    function draw([a, b, c]: readonly SolidPoint[], [ta, tb, tc]: readonly Point[]): void {
      const area = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
      if (Math.abs(area) < 1e-9) return;
      const left = Math.max(0, Math.ceil(Math.min(a[0], b[0], c[0]) - 0.5));
      const right = Math.min(width - 1, Math.floor(Math.max(a[0], b[0], c[0]) - 0.5));
      const top = Math.max(0, Math.ceil(Math.min(a[1], b[1], c[1]) - 0.5));
      const bottom = Math.min(height - 1, Math.floor(Math.max(a[1], b[1], c[1]) - 0.5));
      for (let y = top; y <= bottom; y++) {
        for (let x = left; x <= right; x++) {
          const [px, py] = [x + 0.5, y + 0.5];
          const inC = ((b[0] - a[0]) * (py - a[1]) - (px - a[0]) * (b[1] - a[1])) / area;
          const inB = ((px - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (py - a[1])) / area;
          const inA = 1 - inB - inC;
          if (inA < -1e-6 || inB < -1e-6 || inC < -1e-6) continue;
          const depth = inA * a[2] + inB * b[2] + inC * c[2];
          const place = y * width + x;
          if (depth >= nearest[place]) continue;
          nearest[place] = depth;
          const u = inA * ta[0] + inB * tb[0] + inC * tc[0];
          const v = inA * ta[1] + inB * tb[1] + inC * tc[1];
          paint(pixels, place, picture, u - 0.5, v - 0.5);
        }
      }
    }
  }
  return { width, height, pixels };
}

function paint(
  out: Uint8Array,
  place: number,
  { width, height, pixels }: RgbImage,
  u: number,
  v: number,
): void {
  const x = Math.min(width - 1.001, Math.max(0, u));
  const y = Math.min(height - 1.001, Math.max(0, v));
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - column, y - row];
  const from = (row * width + column) * 3;
  for (let c = 0; c < 3; c++) {
    const upper = pixels[from + c] * (1 - fx) + pixels[from + 3 + c] * fx;
    const below = from + width * 3 + c;
    const lower = pixels[below] * (1 - fx) + pixels[below + 3] * fx;
    out[place * 3 + c] = Math.round(upper * (1 - fy) + lower * fy);
  }
}

export interface Turn {
  /** Degrees: to the picture's right, down, clockwise. */
  readonly yaw?: number;
  readonly pitch?: number;
  readonly roll?: number;
}

/** Turns points about a middle: first roll, then pitch, then yaw. */
export function turned(points: readonly SolidPoint[], about: SolidPoint, turn: Turn): SolidPoint[] {
  const [yaw, pitch, roll] = [turn.yaw ?? 0, turn.pitch ?? 0, turn.roll ?? 0].map(
    (degrees) => (degrees * Math.PI) / 180,
  );
  return points.map((point) => {
    const [x, y, z] = point.map((value, axis) => value - about[axis]);
    const [x1, y1] = [x * Math.cos(roll) - y * Math.sin(roll), x * Math.sin(roll) + y * Math.cos(roll)];
    const [y2, z2] = [y1 * Math.cos(pitch) - z * Math.sin(pitch), y1 * Math.sin(pitch) + z * Math.cos(pitch)];
    const [x3, z3] = [x1 * Math.cos(yaw) - z2 * Math.sin(yaw), x1 * Math.sin(yaw) + z2 * Math.cos(yaw)];
    return [about[0] + x3, about[1] + y2, about[2] + z3];
  });
}
