/*
 * Ridges thinned to lines one pixel wide (Guo and Hall 1989, two sub-iterations). Whether a pixel may go depends only on
 * its eight neighbours, so each sub-iteration is a table of 256 answers; only pixels still set are visited.
 */

/** Steps to the eight neighbours in circular order from north, clockwise. */
export function circularSteps(width: number): Int32Array {
  return Int32Array.of(-width, -width + 1, 1, width + 1, width, width - 1, -1, -width - 1);
}

/** The neighbours of a pixel as bits in the order of circularSteps. */
export function neighbourhood(image: Uint8Array, at: number, steps: Int32Array): number {
  let bits = 0;
  for (let i = 0; i < 8; i++) bits |= image[at + steps[i]] << i;
  return bits;
}

/** Number of ridge pieces around a pixel: 1 at an ending, 2 on a line, 3 or more at a fork. */
export const crossingNumber = Uint8Array.from({ length: 256 }, (_, bits) => {
  let changes = 0;
  for (let i = 0; i < 8; i++) if (((bits >> i) & 1) !== ((bits >> ((i + 1) % 8)) & 1)) changes++;
  return changes / 2;
});

const removable = [removalTable(0), removalTable(1)];

function removalTable(iteration: 0 | 1): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, bits) => {
    const [n, ne, e, se, s, sw, w, nw] = Array.from({ length: 8 }, (_, i) => ((bits >> i) & 1) === 1);
    const count = (...flags: boolean[]) => flags.filter(Boolean).length;
    const pieces = count(!n && (ne || e), !e && (se || s), !s && (sw || w), !w && (nw || n));
    const neighbours = Math.min(
      count(nw || n, ne || e, se || s, sw || w),
      count(n || ne, e || se, s || sw, w || nw),
    );
    const guarded = iteration === 0 ? (n || ne || !se) && e : (s || sw || !nw) && w;
    return pieces === 1 && neighbours >= 2 && neighbours <= 3 && !guarded ? 1 : 0;
  });
}

/**
 * Thins in place; the outermost rows and columns must be empty.
 * @returns the pixels left, in reading order.
 */
export function thin(image: Uint8Array, width: number): Int32Array {
  const steps = circularSteps(width);
  const alive = new Int32Array(image.length);
  const gone = new Int32Array(image.length);
  let count = 0;
  for (let at = 0; at < image.length; at++) if (image[at]) alive[count++] = at;
  // The neighbours of each pixel, kept up to date, so that asking costs one look and only removing costs eight.
  const around = new Uint8Array(image.length);
  for (let i = 0; i < count; i++) around[alive[i]] = neighbourhood(image, alive[i], steps);
  for (let before = -1; before !== count; ) {
    before = count;
    for (const table of removable) {
      let left = 0;
      let removed = 0;
      for (let i = 0; i < count; i++) {
        const at = alive[i];
        if (table[around[at]]) gone[removed++] = at;
        else alive[left++] = at;
      }
      for (let i = 0; i < removed; i++) remove(image, around, gone[i], steps);
      count = left;
    }
  }
  return alive.slice(0, count);
}

function remove(image: Uint8Array, around: Uint8Array, at: number, steps: Int32Array): void {
  image[at] = 0;
  for (let i = 0; i < 8; i++) around[at + steps[i]] &= ~(1 << ((i + 4) & 7));
}
