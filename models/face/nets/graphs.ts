/*
 * The four nets of face-api written as ONNX: the same operators in the same order as its own TypeScript (the `src` folder
 * of the package), on the same weights. Pictures are bytes, in batches of any length.
 */
import type { NetName, NetWeights } from '../weights.ts';
import { type Convolving, type Layers, layersOf } from './layers.ts';
import type { Value } from './onnx-model.ts';
import { CAREFUL_SIZE, CHIP_SIZE, LANDMARK_SIZE } from './sizes.ts';

/** The name of the one input. */
export const PICTURE = 'picture';

const RECOGNISER_MEAN = [122.782, 117.001, 104.298];
const QUICK_MEAN = [117.001, 114.697, 97.404];
const CAREFUL_MEAN = [127.5, 127.5, 127.5];

/** Each net as the bytes of an ONNX model; what goes in and comes out is said at `BackEnd.run`. */
export const graphs: Readonly<Record<NetName, (weights: NetWeights) => Uint8Array>> = {
  tinyFaceDetector: (weights) => quickDetector(layersOf(weights)),
  ssdMobilenetv1: (weights) => carefulDetector(layersOf(weights)),
  faceLandmark68Net: (weights) => landmarker(layersOf(weights)),
  faceRecognitionNet: (weights) => recogniser(layersOf(weights)),
};

function pictures(side: number | string) {
  return { [PICTURE]: { type: 'uint8', shape: ['n', side, side, 3] } } as const;
}

/** dlib's ResNet. */
function recogniser(net: Layers): Uint8Array {
  const { parameter } = net;
  /** The scale and shift after a convolution are folded into it. */
  const scaled = (x: Value, name: string, how: Convolving) => {
    const scale = parameter(`${name}/scale/weights`);
    const bias = net.multiply(parameter(`${name}/conv/bias`), scale);
    const shifted = net.add(bias, parameter(`${name}/scale/biases`));
    return net.conv(x, `${name}/conv/filters`, shifted, how, scale);
  };
  const twice = (x: Value, name: string, how: Convolving) =>
    scaled(net.relu(scaled(x, `${name}/conv1`, how)), `${name}/conv2`, { border: 'same' });
  const residual = (x: Value, name: string) => net.relu(net.add(twice(x, name, { border: 'same' }), x));
  /** Halves the sides; the way around is averaged, and zeros stand for the missing channels, or the last row and column. */
  const down = (x: Value, name: string, { channels = 0, edge = 0 }) => {
    const pooled = net.node('AveragePool', [x], { kernel_shape: [2, 2], strides: [2, 2] });
    const second = twice(x, name, { stride: 2, border: 'valid' });
    const padded = (value: Value, ...ends: number[]) =>
      net.node('Pad', [value, net.integers(0, 0, 0, 0, 0, ...ends)]);
    const around = channels ? padded(pooled, channels, 0, 0) : pooled;
    return net.relu(net.add(around, edge ? padded(second, 0, edge, edge) : second));
  };

  let x = net.picture(PICTURE, RECOGNISER_MEAN, 255);
  x = net.relu(scaled(x, 'conv32_down', { stride: 2, border: 'valid' }));
  x = net.node('MaxPool', [x], { kernel_shape: [3, 3], strides: [2, 2] });
  for (const name of ['conv32_1', 'conv32_2', 'conv32_3']) x = residual(x, name);
  x = down(x, 'conv64_down', { channels: 32 });
  for (const name of ['conv64_1', 'conv64_2', 'conv64_3']) x = residual(x, name);
  x = down(x, 'conv128_down', { channels: 64 });
  for (const name of ['conv128_1', 'conv128_2']) x = residual(x, name);
  x = down(x, 'conv256_down', { channels: 128, edge: 1 });
  for (const name of ['conv256_1', 'conv256_2']) x = residual(x, name);
  x = down(x, 'conv256_down_out', { edge: 1 });
  const mean = net.node('ReduceMean', [x], { axes: [2, 3], keepdims: 0 });
  const described = net.node('MatMul', [mean, parameter('fc')]);
  return net.encode(pictures(CHIP_SIZE), { [described]: ['n', 128] });
}

/** The 68 landmarks: x and y in turn, as shares of the side. */
function landmarker(net: Layers): Uint8Array {
  const { parameter } = net;
  const halving = { stride: 2, border: 'same' } as const;
  /** Each layer sees the sum of all before it. */
  const dense = (name: string, first: Value) => {
    let sum = first;
    let seen = first;
    for (const layer of ['conv1', 'conv2', 'conv3']) {
      sum = net.add(sum, net.separable(seen, `${name}/${layer}`, { border: 'same' }));
      seen = net.relu(sum);
    }
    return seen;
  };
  const start = net.picture(PICTURE, RECOGNISER_MEAN, 255);
  const edges = net.conv(start, 'dense0/conv0/filters', parameter('dense0/conv0/bias'), halving);
  let x = dense('dense0', net.relu(edges));
  for (const name of ['dense1', 'dense2', 'dense3'])
    x = dense(name, net.relu(net.separable(x, `${name}/conv0`, halving)));
  const pooled = net.node('AveragePool', [x], { kernel_shape: [7, 7], strides: [2, 2] });
  const weighed = net.node('MatMul', [net.node('Flatten', [pooled]), parameter('fc/weights')]);
  const points = net.add(weighed, parameter('fc/bias'));
  return net.encode(pictures(LANDMARK_SIZE), { [points]: ['n', 136] });
}

/** TinyFaceDetector. */
function quickDetector(net: Layers): Uint8Array {
  const { parameter } = net;
  const leaky = (x: Value) => net.node('LeakyRelu', [x], { alpha: { float: 0.1 } });
  const largest = (x: Value, stride: number) =>
    net.node('MaxPool', [x], { kernel_shape: [2, 2], strides: [stride, stride], auto_pad: 'SAME_UPPER' });
  const start = net.picture(PICTURE, QUICK_MEAN, 255);
  let x = leaky(net.conv(start, 'conv0/filters', parameter('conv0/bias'), { border: 'valid' }));
  for (const name of ['conv1', 'conv2', 'conv3', 'conv4', 'conv5'])
    x = leaky(net.separable(largest(x, 2), name, { border: 'one' }));
  x = net.conv(largest(x, 1), 'conv8/filters', parameter('conv8/bias'), { border: 'valid' });
  const cells = net.node('Transpose', [x], { perm: [0, 2, 3, 1] });
  return net.encode(pictures('side'), { [cells]: ['n', 'rows', 'columns', 25] });
}

/** SSD MobileNet; as many boxes as it has anchors, 5,118. */
function carefulDetector(net: Layers): Uint8Array {
  const { parameter } = net;
  const pointwise = (x: Value, name: string, stride = 1) => {
    const bias = parameter(`${name}_pointwise/convolution_bn_offset`);
    return net.relu6(net.conv(x, `${name}_pointwise/weights`, bias, { stride, border: 'same' }));
  };
  let x = pointwise(net.picture(PICTURE, CAREFUL_MEAN, 127.5), 'MobilenetV1/Conv2d_0', 2);
  let eleventh = x;
  for (let layer = 1; layer <= 13; layer++) {
    const name = `MobilenetV1/Conv2d_${layer}`;
    const stride = [2, 4, 6, 12].includes(layer) ? 2 : 1;
    x = pointwise(net.relu6(normalised(net, x, `${name}_depthwise`, stride)), name);
    if (layer === 11) eleventh = x;
  }
  const scales = [eleventh, x];
  for (let layer = 0; layer < 8; layer++) {
    x = pointwise(x, `Prediction/Conv2d_${layer}`, layer % 2 ? 2 : 1);
    if (layer % 2) scales.push(x);
  }
  const predicted = (predictor: string, numbers: number) => {
    const rows = scales.map((scale, i) => {
      const name = `Prediction/BoxPredictor_${i}/${predictor}`;
      const map = net.conv(scale, `${name}/weights`, parameter(`${name}/biases`), { border: 'same' });
      const last = net.node('Transpose', [map], { perm: [0, 2, 3, 1] });
      return net.node('Reshape', [last, net.integers(-1, numbers)]);
    });
    return net.node('Concat', rows, { axis: 0 });
  };
  const boxes = placed(net, predicted('BoxEncodingPredictor', 4));
  const scores = net.node('Sigmoid', [columns(net, predicted('ClassPredictor', 3), 1, 2)]);
  return net.encode(pictures(CAREFUL_SIZE), { [boxes]: ['boxes', 4], [scores]: ['boxes', 1] });
}

const EPSILON = 0.0010000000474974513;

/** A convolution channel by channel, with the batch normalisation after it folded in. */
function normalised(net: Layers, x: Value, name: string, stride: number): Value {
  const [gamma, beta, mean, variance] = ['gamma', 'beta', 'moving_mean', 'moving_variance'].map((part) =>
    net.parameter(`${name}/BatchNorm/${part}`),
  );
  const scale = net.divide(gamma, net.node('Sqrt', [net.add(variance, net.number(EPSILON))]));
  const bias = net.subtract(beta, net.multiply(mean, scale));
  return net.depthwise(x, `${name}/depthwise_weights`, bias, { stride, border: 'same' }, scale);
}

/** Predicted shifts and growths, applied to the anchors. */
function placed(net: Layers, encodings: Value): Value {
  const anchors = net.node('Reshape', [net.parameter('Output/extra_dim'), net.integers(-1, 4)]);
  const least = columns(net, anchors, 0, 2);
  const sizes = net.subtract(columns(net, anchors, 2, 4), least);
  const centres = net.add(least, net.divide(sizes, net.number(2)));
  const shift = net.divide(columns(net, encodings, 0, 2), net.number(10));
  const growth = net.node('Exp', [net.divide(columns(net, encodings, 2, 4), net.number(5))]);
  const centre = net.add(net.multiply(shift, sizes), centres);
  const half = net.divide(net.multiply(growth, sizes), net.number(2));
  return net.node('Concat', [net.subtract(centre, half), net.add(centre, half)], { axis: 1 });
}

function columns(net: Layers, x: Value, from: number, to: number): Value {
  return net.node('Slice', [x, net.integers(from), net.integers(to), net.integers(1)]);
}
