import { between, type Random } from './random.ts';

/** A value for each place in the plane, about −1 to 1. */
export type NoiseField = (x: number, y: number) => number;

/** Value noise: random numbers on a lattice of `scale` pixels over width × height, blended smoothly in between. */
export function smoothNoise(random: Random, width: number, height: number, scale: number): NoiseField {
  const columns = Math.ceil(width / scale) + 2;
  const rows = Math.ceil(height / scale) + 2;
  const lattice = Float32Array.from({ length: columns * rows }, () => between(random, -1, 1));
  const ease = (t: number) => t * t * (3 - 2 * t);
  return (x, y) => {
    const gx = Math.min(Math.max(x / scale, 0), columns - 1.001);
    const gy = Math.min(Math.max(y / scale, 0), rows - 1.001);
    const left = Math.floor(gx);
    const top = Math.floor(gy);
    const fx = ease(gx - left);
    const fy = ease(gy - top);
    const at = top * columns + left;
    const upper = lattice[at] + (lattice[at + 1] - lattice[at]) * fx;
    const lower = lattice[at + columns] + (lattice[at + columns + 1] - lattice[at + columns]) * fx;
    return upper + (lower - upper) * fy;
  };
}
