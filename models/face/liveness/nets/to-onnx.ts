/*
 * A TensorFlow.js graph model rewritten as ONNX: the same operators in the same order, only that ONNX wants channels
 * first. Understood is what the two nets of this folder are made of; anything else is a bug. Weights stay as they lie in
 * their file; unpacking and turning them are operators too, which onnxruntime does once, when it loads the model.
 */
import { buildModel, elements, type Value } from '../../nets/onnx-model.ts';
import { bytesOf, type GraphModel, type GraphNode } from './graph-model.ts';

/** The name of the one input: pictures, as bytes. */
export const PICTURE = 'picture';

/** Filters in × out last, or one a channel, to what ONNX wants. */
const CHANNELS_FIRST = [3, 2, 0, 1];
const EACH_CHANNEL = [2, 3, 0, 1];

/**
 * @param side of the square pictures, pixels
 * @param outputs the nodes whose values to give, each as one row of numbers a picture
 */
export function onnxOf(model: GraphModel, side: number, outputs: readonly string[]): Uint8Array {
  const { constant, integers, node, encode } = buildModel();
  const nodes = new Map(model.nodes.map((one) => [one.name, one]));
  const weights = placesOf(model);
  const known = new Map<string, Value>();

  const weight = (name: string) => {
    const { shape, half, bytes } = found(weights, name);
    if (!half) return constant('float', shape, bytes);
    return node('Cast', [constant('float16', shape, bytes)], { to: elements.float.code });
  };
  const turned = (name: string, perm: readonly number[]) => node('Transpose', [weight(name)], { perm });
  const slopes = (name: string) => turned(name, [2, 0, 1]);

  const valueAt = (name: string): Value => {
    const value = known.get(name) ?? translate(found(nodes, name));
    known.set(name, value);
    return value;
  };
  const translate = ({ op, input, attr }: GraphNode): Value => {
    const [first, second, third, fourth] = input;
    const window = {
      strides: spatial(attr.strides?.list.i),
      auto_pad: `${attr.padding?.s}`.replace('SAME', 'SAME_UPPER'),
    };
    switch (op) {
      case 'Placeholder': {
        const shares = node('Div', [
          node('Cast', [PICTURE], { to: elements.float.code }),
          constant('float', [], Float32Array.of(255)),
        ]);
        return node('Transpose', [shares], { perm: [0, 3, 1, 2] });
      }
      case '_FusedConv2D': {
        const sum = node('Conv', [valueAt(first), turned(second, CHANNELS_FIRST), weight(third)], window);
        return fourth ? node('PRelu', [sum, slopes(fourth)]) : sum;
      }
      case 'DepthwiseConv2dNative': {
        const group = found(weights, second).shape[2];
        return node('Conv', [valueAt(first), turned(second, EACH_CHANNEL)], { ...window, group });
      }
      case 'Prelu':
        return node('PRelu', [valueAt(first), slopes(second)]);
      case 'AddV2':
        return node('Add', [valueAt(first), valueAt(second)]);
      case 'MaxPool':
        return node('MaxPool', [valueAt(first)], { ...window, kernel_shape: spatial(attr.ksize?.list.i) });
      case 'Pad':
        return node('Pad', [valueAt(first), integers(...channelsFirst(found(weights, second).bytes))]);
      case 'ConcatV2':
        return node('Concat', [valueAt(first), valueAt(second)], { axis: 1 });
      case 'Sigmoid':
        return node('Sigmoid', [valueAt(first)]);
      case 'Reshape': // every output is flattened
      case 'Identity':
        return valueAt(first);
      default:
        throw new Error(`no ONNX is known for ${op}`);
    }
  };
  const rows = outputs.map((name) => {
    const last = node('Transpose', [valueAt(name)], { perm: [0, 2, 3, 1] });
    return node('Flatten', [last]);
  });
  const picture = { type: 'uint8', shape: ['n', side, side, 3] } as const;
  return encode(
    { [PICTURE]: picture },
    Object.fromEntries(rows.map((row) => [row, ['n', `${row} numbers`]])),
  );
}

function placesOf({ weights, bytes }: GraphModel) {
  let end = 0;
  return new Map(
    weights.map((one) => {
      const view = new Uint8Array(bytes, end, bytesOf(one));
      end += view.length;
      return [one.name, { shape: one.shape, half: one.quantization !== undefined, bytes: view }];
    }),
  );
}

/** The middle two of four: TensorFlow says a step for pictures and channels too, always 1. */
function spatial(steps: readonly number[] = []): number[] {
  return steps.slice(1, 3);
}

/** Rows of (before, after) for pictures, rows, columns and channels to all befores, then all afters, channels second. */
function channelsFirst(paddings: Uint8Array): number[] {
  const values = new Int32Array(Uint8Array.from(paddings).buffer);
  return [0, 1].flatMap((end) => [0, 3, 1, 2].map((axis) => values[2 * axis + end]));
}

function found<T>(among: ReadonlyMap<string, T>, name: string): T {
  const one = among.get(name);
  if (!one) throw new Error(`the net has no ${name}`);
  return one;
}
