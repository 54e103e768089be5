/*
 * Logistic regression by Newton's method (iteratively reweighted least squares), with a ridge penalty on standardised
 * features; the weights returned are for the features as they are.
 */

export interface Example {
  readonly features: ArrayLike<number>;
  readonly genuine: boolean;
  readonly weight: number;
}

export interface LogisticFit {
  readonly bias: number;
  readonly weights: number[];
}

const mostSteps = 20;
const closeEnough = 1e-5;
const tiny = 1e-9;

/** @param ridge penalty in units of the total weight; 1e-4 is light. */
export function fitLogistic(examples: readonly Example[], ridge: number): LogisticFit {
  const { means, deviations } = momentsOf(examples);
  const count = means.length;
  const beta = new Float64Array(count + 1);
  for (let step = 0; step < mostSteps; step++) {
    const change = newtonStep(examples, beta, means, deviations, ridge);
    for (let k = 0; k <= count; k++) beta[k] += change[k];
    if (change.every((value) => Math.abs(value) < closeEnough)) break;
  }
  const weights = Array.from({ length: count }, (_, k) => beta[k] / deviations[k]);
  return { weights, bias: weights.reduce((bias, weight, k) => bias - weight * means[k], beta[count]) };
}

function momentsOf(examples: readonly Example[]) {
  const count = examples[0].features.length;
  const means = new Float64Array(count);
  const deviations = new Float64Array(count);
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  for (const { features, weight } of examples)
    for (let k = 0; k < count; k++) means[k] += (weight / total) * features[k];
  for (const { features, weight } of examples)
    for (let k = 0; k < count; k++) deviations[k] += (weight / total) * (features[k] - means[k]) ** 2;
  return { means, deviations: deviations.map((variance) => Math.sqrt(variance) + tiny) };
}

function newtonStep(
  examples: readonly Example[],
  beta: Float64Array,
  means: Float64Array,
  deviations: Float64Array,
  ridge: number,
): Float64Array {
  const count = means.length;
  const size = count + 1;
  const hessian = Array.from({ length: size }, () => new Float64Array(size));
  const gradient = new Float64Array(size);
  const z = new Float64Array(size).fill(1);
  let total = 0;
  for (const { features, genuine, weight } of examples) {
    let odds = beta[count];
    for (let k = 0; k < count; k++) {
      z[k] = (features[k] - means[k]) / deviations[k];
      odds += beta[k] * z[k];
    }
    const chance = 1 / (1 + Math.exp(-odds));
    const curvature = weight * Math.max(chance * (1 - chance), tiny);
    const residual = weight * ((genuine ? 1 : 0) - chance);
    total += weight;
    for (let k = 0; k < size; k++) {
      gradient[k] += residual * z[k];
      for (let l = 0; l < size; l++) hessian[k][l] += curvature * z[k] * z[l];
    }
  }
  for (let k = 0; k < count; k++) {
    gradient[k] -= ridge * total * beta[k];
    hessian[k][k] += ridge * total;
  }
  return solve(hessian, gradient);
}

/** Gauss-Jordan elimination with pivoting; destroys its arguments. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column; row < size; row++)
      if (Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column])) pivot = row;
    [matrix[column], matrix[pivot]] = [matrix[pivot], matrix[column]];
    [right[column], right[pivot]] = [right[pivot], right[column]];
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = matrix[row][column] / matrix[column][column];
      for (let k = column; k < size; k++) matrix[row][k] -= factor * matrix[column][k];
      right[row] -= factor * right[column];
    }
  }
  return right.map((value, k) => value / matrix[k][k]);
}
