/*
 * A plane of numbers over the image or over a coarser grid, and the linear filters every stage needs.
 * Filters are separable and treat what lies outside the plane as zero or as the edge value, as they say.
 */

export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

export function emptyPlane(width: number, height: number): Plane {
  return { width, height, data: new Float32Array(width * height) };
}

/** Means over windows of 2·radius+1 along each row, edge values repeated. */
function boxRows(from: Float32Array, to: Float32Array, width: number, height: number, radius: number): void {
  const share = 1 / (2 * radius + 1);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let sum = from[row] * radius;
    for (let x = 0; x < radius; x++) sum += from[row + Math.min(x, width - 1)];
    for (let x = 0; x < width; x++) {
      sum += from[row + Math.min(x + radius, width - 1)];
      to[row + x] = sum * share;
      sum -= from[row + Math.max(x - radius, 0)];
    }
  }
}

function boxColumns(
  from: Float32Array,
  to: Float32Array,
  width: number,
  height: number,
  radius: number,
): void {
  const share = 1 / (2 * radius + 1);
  const sums = new Float64Array(width);
  for (let x = 0; x < width; x++) sums[x] = from[x] * radius;
  for (let y = 0; y < radius; y++) {
    const row = Math.min(y, height - 1) * width;
    for (let x = 0; x < width; x++) sums[x] += from[row + x];
  }
  for (let y = 0; y < height; y++) {
    const entering = Math.min(y + radius, height - 1) * width;
    const leaving = Math.max(y - radius, 0) * width;
    for (let x = 0; x < width; x++) {
      sums[x] += from[entering + x];
      to[y * width + x] = sums[x] * share;
      sums[x] -= from[leaving + x];
    }
  }
}

/** Mean over a square of 2·radius+1 pixels, edge values repeated. */
export function boxBlur(plane: Plane, radius: number): Plane {
  const { width, height } = plane;
  const across = new Float32Array(width * height);
  const data = new Float32Array(width * height);
  boxRows(plane.data, across, width, height, radius);
  boxColumns(across, data, width, height, radius);
  return { width, height, data };
}

/** The same twice: close to a Gaussian, at a cost that does not grow with the radius. */
export function boxBlurTwice(plane: Plane, radius: number): Plane {
  return boxBlur(boxBlur(plane, radius), radius);
}

function gaussian(sigma: number): Float32Array {
  const radius = Math.ceil(2.5 * sigma);
  const kernel = Float32Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)),
  );
  const sum = kernel.reduce((total, weight) => total + weight, 0);
  return kernel.map((weight) => weight / sum);
}

/** Gaussian smoothing; outside counts as zero, so weights fade at the border (what normalised averages want). */
export function gaussianBlur(plane: Plane, sigma: number): Plane {
  const { width, height } = plane;
  const kernel = gaussian(sigma);
  const radius = (kernel.length - 1) / 2;
  const rows = new Float32Array(width * height);
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0;
      const first = Math.max(-radius, -x);
      const last = Math.min(radius, width - 1 - x);
      for (let d = first; d <= last; d++) sum += kernel[d + radius] * plane.data[y * width + x + d];
      rows[y * width + x] = sum;
    }
  for (let y = 0; y < height; y++) {
    const first = Math.max(-radius, -y);
    const last = Math.min(radius, height - 1 - y);
    for (let d = first; d <= last; d++) {
      const weight = kernel[d + radius];
      const row = (y + d) * width;
      for (let x = 0; x < width; x++) data[y * width + x] += weight * rows[row + x];
    }
  }
  return { width, height, data };
}
