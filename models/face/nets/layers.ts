/*
 * The layers face-api's nets are made of, as ONNX operators. tfjs keeps pictures as rows × columns × channels and filters
 * as height × width × in × out; ONNX wants channels first. Weights stay packed as they lie in their file, one byte each;
 * unpacking, turning and scaling them are operators too, which onnxruntime does once, when it loads the model.
 */
import type { NetWeights } from '../weights.ts';
import { buildModel, elements, type ModelBuilder, type Value } from './onnx-model.ts';

export interface Convolving {
  readonly stride?: number;
  /** Where it may look: only inside, as far as tfjs's `same` reaches, or one pixel beyond on every side. */
  readonly border: 'valid' | 'same' | 'one';
}

export interface Layers extends ModelBuilder {
  /** A parameter of the net, unpacked, as it lies in the weights file. */
  parameter(name: string): Value;
  number(value: number): Value;
  /** The bytes of a picture to numbers per channel: (level − mean) / divisor. */
  picture(input: Value, mean: readonly number[], divisor: number): Value;
  /** Filters and bias by name; each output's filter may be multiplied by a number. */
  conv(x: Value, filters: string, bias: Value, how: Convolving, scale?: Value): Value;
  /** A filter for each channel. */
  depthwise(x: Value, filters: string, bias: Value | null, how: Convolving, scale?: Value): Value;
  /** A filter for each channel, then a 1 × 1 convolution across them. */
  separable(x: Value, name: string, how: Convolving): Value;
  add(a: Value, b: Value): Value;
  subtract(a: Value, b: Value): Value;
  multiply(a: Value, b: Value): Value;
  divide(a: Value, b: Value): Value;
  relu(x: Value): Value;
  /** Cuts at 0 and 6. */
  relu6(x: Value): Value;
}

/** From the layout of tfjs, height × width × in × out, to out × in × height × width. */
const CHANNELS_FIRST = [3, 2, 0, 1];
/** The same where each channel has a filter of its own: height × width × channels × 1 to channels × 1 × height × width. */
const EACH_CHANNEL = [2, 3, 0, 1];

/** Layers of a new model that take their parameters from a weights file; a name it has not is a bug. */
export function layersOf({ bytes, specs }: NetWeights): Layers {
  const model = buildModel();
  const { node } = model;
  const number = (value: number) => model.constant('float', [], Float32Array.of(value));
  const binary = (operator: string) => (a: Value, b: Value) => node(operator, [a, b]);
  const [add, subtract, multiply, divide] = ['Add', 'Sub', 'Mul', 'Div'].map(binary);

  const places = new Map<string, readonly [number, NetWeights['specs'][number]]>();
  let end = 0;
  for (const spec of specs) {
    places.set(spec.name, [end, spec]);
    end += sizeOf(spec) * elements[spec.quantization?.dtype ?? 'float'].bytes;
  }
  const specOf = (name: string) => {
    const found = places.get(name);
    if (!found) throw new Error(`the net has no parameter ${name}`);
    return found;
  };
  const parameter = (name: string) => {
    const [at, spec] = specOf(name);
    const type = spec.quantization?.dtype ?? 'float';
    const packed = new Uint8Array(bytes, at, sizeOf(spec) * elements[type].bytes);
    const values = model.constant(type, spec.shape, packed);
    if (!spec.quantization) return values;
    const { scale, min } = spec.quantization;
    return add(multiply(node('Cast', [values], { to: elements.float.code }), number(scale)), number(min));
  };
  const turned = (name: string, perm: readonly number[], scale?: Value) => {
    const filters = node('Transpose', [parameter(name)], { perm });
    if (!scale) return filters;
    return multiply(filters, node('Reshape', [scale, model.integers(-1, 1, 1, 1)]));
  };
  const convolved = (inputs: readonly Value[], { stride = 1, border }: Convolving, group = 1) =>
    node('Conv', inputs, {
      strides: [stride, stride],
      group,
      ...(border === 'same' && { auto_pad: 'SAME_UPPER' }),
      ...(border === 'one' && { pads: [1, 1, 1, 1] }),
    });
  const conv: Layers['conv'] = (x, filters, bias, how, scale) =>
    convolved([x, turned(filters, CHANNELS_FIRST, scale), bias], how);
  const depthwise: Layers['depthwise'] = (x, filters, bias, how, scale) => {
    const [, { shape }] = specOf(filters);
    const each = turned(filters, EACH_CHANNEL, scale);
    return convolved(bias ? [x, each, bias] : [x, each], how, shape[2]);
  };

  return {
    ...model,
    parameter,
    number,
    picture(input, mean, divisor) {
      const levels = node('Cast', [input], { to: elements.float.code });
      const planes = node('Transpose', [levels], { perm: [0, 3, 1, 2] });
      const centred = subtract(planes, model.constant('float', [1, 3, 1, 1], Float32Array.from(mean)));
      return divide(centred, number(divisor));
    },
    conv,
    depthwise,
    separable(x, name, how) {
      const each = depthwise(x, `${name}/depthwise_filter`, null, how);
      return conv(each, `${name}/pointwise_filter`, parameter(`${name}/bias`), { border: 'valid' });
    },
    add,
    subtract,
    multiply,
    divide,
    relu: (x) => node('Relu', [x]),
    relu6: (x) => node('Clip', [x, number(0), number(6)]),
  };
}

function sizeOf({ shape }: NetWeights['specs'][number]): number {
  return shape.reduce((product, side) => product * side, 1);
}
