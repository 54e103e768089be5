/*
 * The inner loops of extraction, in AssemblyScript, four pixels at a time. Addresses are in bytes; planes are row-major
 * f32 with a width that is a multiple of 4, grids hold one f32 for each cell of 4 x 4 pixels. What each loop computes is
 * said, and done plainly, in ../plain.ts. After a change run `npm run kernels`.
 */

const cell: usize = 4;
const unfiltered: u16 = 0xffff;

/** First address that is free for planes. */
export function freeFrom(): usize {
  return (__heap_base + 15) & ~15;
}

/**
 * The lines of a bank: for each bin u32 first tap and one u32 behind the last; a tap is i16 dx, i16 dy, f32 weight.
 * `target` must be zero.
 */
export function filterTiles(
  source: usize,
  target: usize,
  width: usize,
  height: usize,
  bins: usize,
  starts: usize,
  taps: usize,
  border: usize,
): void {
  const stride: usize = width << 2;
  const columns: usize = width / 4;
  for (let y: usize = border; y + border < height; y += 2)
    for (let x: usize = border; x + border < width; x += 4) {
      const bin = load<u16>(bins + (((y >> 1) * columns + (x >> 2)) << 1));
      if (bin === unfiltered) continue;
      const range: usize = starts + ((<usize>bin) << 2);
      const end: usize = taps + ((<usize>load<u32>(range, 4)) << 3);
      const offset: usize = (y * width + x) << 2;
      let upper = f32x4.splat(0);
      let lower = f32x4.splat(0);
      for (let tap: usize = taps + ((<usize>load<u32>(range)) << 3); tap < end; tap += 8) {
        const step: isize = <isize>load<i16>(tap, 2) * <isize>width + <isize>load<i16>(tap);
        const from: usize = source + offset + (step << 2);
        const weight = v128.load32_splat(tap, 4);
        upper = f32x4.add(upper, f32x4.mul(weight, v128.load(from)));
        lower = f32x4.add(lower, f32x4.mul(weight, v128.load(from + stride)));
      }
      v128.store(target + offset, upper);
      v128.store(target + offset + stride, lower);
    }
}

/**
 * Separable smoothing. `taps` = 2 * radius + 1 weights; `rows` holds a plane; `line` holds width + 2 * radius f32, all
 * zero.
 */
export function smooth(
  source: usize,
  target: usize,
  width: usize,
  height: usize,
  weights: usize,
  radius: usize,
  rows: usize,
  line: usize,
): void {
  const stride: usize = width << 2;
  const taps: usize = 2 * radius + 1;
  for (let y: usize = 0; y < height; y++) {
    memory.copy(line + (radius << 2), source + y * stride, stride);
    for (let x: usize = 0; x < stride; x += 16) {
      let sum = f32x4.splat(0);
      for (let t: usize = 0; t < taps; t++)
        sum = f32x4.add(
          sum,
          f32x4.mul(v128.load32_splat(weights + (t << 2)), v128.load(line + x + (t << 2))),
        );
      v128.store(rows + y * stride + x, sum);
    }
  }
  for (let y: usize = 0; y < height; y++) {
    const first: usize = y < radius ? radius - y : 0;
    const end: usize = y + radius < height ? taps : height - y + radius;
    for (let x: usize = 0; x < stride; x += 16) {
      let sum = f32x4.splat(0);
      let from: usize = rows + (y + first - radius) * stride + x;
      for (let t: usize = first; t < end; t++) {
        sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(weights + (t << 2)), v128.load(from)));
        from += stride;
      }
      v128.store(target + y * stride + x, sum);
    }
  }
}

// @ts-expect-error: decorator
function sumOf(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) +
    f32x4.extract_lane(v, 1) +
    (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
  );
}

/** The structure tensor summed over each cell, but for the outermost cells, which stay as they are. */
export function tensor(
  source: usize,
  width: usize,
  height: usize,
  difference: usize,
  cross: usize,
  energy: usize,
): void {
  const stride: usize = width << 2;
  const gridWidth: usize = width / cell;
  const gridHeight: usize = height / cell;
  const three = f32x4.splat(3);
  const ten = f32x4.splat(10);
  for (let gy: usize = 1; gy + 1 < gridHeight; gy++)
    for (let gx: usize = 1; gx + 1 < gridWidth; gx++) {
      let xx = f32x4.splat(0);
      let yy = f32x4.splat(0);
      let xy = f32x4.splat(0);
      let at: usize = source + gy * cell * stride + (gx << 4);
      for (let row: usize = 0; row < cell; row++) {
        const above: usize = at - stride;
        const below: usize = at + stride;
        const nw = v128.load(above - 4);
        const ne = v128.load(above + 4);
        const sw = v128.load(below - 4);
        const se = v128.load(below + 4);
        const falling = f32x4.sub(se, nw);
        const rising = f32x4.sub(ne, sw);
        const dx = f32x4.sub(v128.load(at + 4), v128.load(at - 4));
        const dy = f32x4.sub(v128.load(below), v128.load(above));
        const gx = f32x4.add(f32x4.mul(three, f32x4.add(falling, rising)), f32x4.mul(ten, dx));
        const gy = f32x4.add(f32x4.mul(three, f32x4.sub(falling, rising)), f32x4.mul(ten, dy));
        xx = f32x4.add(xx, f32x4.mul(gx, gx));
        yy = f32x4.add(yy, f32x4.mul(gy, gy));
        xy = f32x4.add(xy, f32x4.mul(gx, gy));
        at += stride;
      }
      const grid: usize = (gy * gridWidth + gx) << 2;
      store<f32>(difference + grid, sumOf(f32x4.sub(xx, yy)));
      store<f32>(cross + grid, 2 * sumOf(xy));
      store<f32>(energy + grid, sumOf(f32x4.add(xx, yy)));
    }
}

/** Sums over each cell of a·a, a·b and b·b. */
export function products(
  a: usize,
  b: usize,
  width: usize,
  height: usize,
  aa: usize,
  ab: usize,
  bb: usize,
): void {
  const stride: usize = width << 2;
  const gridWidth: usize = width / cell;
  const gridHeight: usize = height / cell;
  for (let gy: usize = 0; gy < gridHeight; gy++)
    for (let gx: usize = 0; gx < gridWidth; gx++) {
      let sumAA = f32x4.splat(0);
      let sumAB = f32x4.splat(0);
      let sumBB = f32x4.splat(0);
      let offset: usize = gy * cell * stride + (gx << 4);
      for (let row: usize = 0; row < cell; row++) {
        const va = v128.load(a + offset);
        const vb = v128.load(b + offset);
        sumAA = f32x4.add(sumAA, f32x4.mul(va, va));
        sumAB = f32x4.add(sumAB, f32x4.mul(va, vb));
        sumBB = f32x4.add(sumBB, f32x4.mul(vb, vb));
        offset += stride;
      }
      const grid: usize = (gy * gridWidth + gx) << 2;
      store<f32>(aa + grid, sumOf(sumAA));
      store<f32>(ab + grid, sumOf(sumAB));
      store<f32>(bb + grid, sumOf(sumBB));
    }
}
