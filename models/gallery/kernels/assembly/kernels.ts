/*
 * The inner loop of a search, in AssemblyScript, four rows at a time. Addresses are in bytes; a row is `length` int8, a
 * multiple of 8. What it computes is said, and done plainly, in ../plain.ts. After a change run `npm run kernels`.
 */

/** Writes the numbers of the rows that may reach the floor to `out` (u32) and returns how many. `rows` is a multiple of 4. */
export function scan(
  codes: usize,
  scales: usize,
  errors: usize,
  rows: usize,
  length: usize,
  probe: usize,
  probeScale: f32,
  errorWeight: f32,
  margin: f32,
  floor: f32,
  out: usize,
): usize {
  const step = f32x4.splat(probeScale);
  const weight = f32x4.splat(errorWeight);
  const rest = f32x4.splat(margin);
  const least = f32x4.splat(floor);
  let end: usize = out;
  for (let row: usize = 0; row < rows; row += 4) {
    const first: usize = codes + row * length;
    const second: usize = first + length;
    const third: usize = second + length;
    const fourth: usize = third + length;
    let a = i32x4.splat(0);
    let b = i32x4.splat(0);
    let c = i32x4.splat(0);
    let d = i32x4.splat(0);
    for (let i: usize = 0; i < length; i += 8) {
      const p = v128.load(probe + (i << 1));
      a = i32x4.add(a, i32x4.dot_i16x8_s(v128.load8x8_s(first + i), p));
      b = i32x4.add(b, i32x4.dot_i16x8_s(v128.load8x8_s(second + i), p));
      c = i32x4.add(c, i32x4.dot_i16x8_s(v128.load8x8_s(third + i), p));
      d = i32x4.add(d, i32x4.dot_i16x8_s(v128.load8x8_s(fourth + i), p));
    }
    const score = f32x4.mul(
      f32x4.mul(f32x4.convert_i32x4_s(sums(a, b, c, d)), step),
      v128.load(scales + (row << 2)),
    );
    const error = f32x4.add(f32x4.mul(v128.load(errors + (row << 2)), weight), rest);
    const reaches = f32x4.ge(f32x4.add(score, error), least);
    if (!v128.any_true(reaches)) continue;
    const lanes = i32x4.bitmask(reaches);
    for (let lane: i32 = 0; lane < 4; lane++)
      if (lanes & (1 << lane)) {
        store<u32>(end, <u32>row + lane);
        end += 4;
      }
  }
  return (end - out) >> 2;
}

/** The sum of each of four vectors, side by side. */
function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 4, 1, 5), v128.shuffle<i32>(a, b, 2, 6, 3, 7));
  const cd = i32x4.add(v128.shuffle<i32>(c, d, 0, 4, 1, 5), v128.shuffle<i32>(c, d, 2, 6, 3, 7));
  return i32x4.add(v128.shuffle<i32>(ab, cd, 0, 1, 4, 5), v128.shuffle<i32>(ab, cd, 2, 3, 6, 7));
}
