/*
 * An ONNX model written from nothing: nodes and constants are added one after the other, then encoded. The schema is
 * the part of onnx.proto3 (github.com/onnx/onnx, IR version 8) that such a model needs.
 */
import protobuf from 'protobufjs';

const IR_VERSION = 8;
const OPSET = 13;

const schema = `
  syntax = "proto3";
  message ModelProto { int64 ir_version = 1; repeated OperatorSetIdProto opset_import = 8; GraphProto graph = 7; }
  message OperatorSetIdProto { string domain = 1; int64 version = 2; }
  message GraphProto {
    repeated NodeProto node = 1; string name = 2; repeated TensorProto initializer = 5;
    repeated ValueInfoProto input = 11; repeated ValueInfoProto output = 12;
  }
  message NodeProto { repeated string input = 1; repeated string output = 2; string op_type = 4;
    repeated AttributeProto attribute = 5; }
  message AttributeProto { string name = 1; float f = 2; int64 i = 3; bytes s = 4; repeated int64 ints = 8;
    int32 type = 20; }
  message TensorProto { repeated int64 dims = 1; int32 data_type = 2; string name = 8; bytes raw_data = 9; }
  message ValueInfoProto { string name = 1; TypeProto type = 2; }
  message TypeProto { TensorTypeProto tensor_type = 1; }
  message TensorTypeProto { int32 elem_type = 1; TensorShapeProto shape = 2; }
  message TensorShapeProto { repeated Dimension dim = 1; }
  message Dimension { int64 dim_value = 1; string dim_param = 2; }
`;

const Model = protobuf.parse(schema, { keepCase: true }).root.lookupType('ModelProto');

/** Types of numbers: their code in TensorProto.DataType, and how many bytes one takes. */
export const elements = {
  float: { code: 1, bytes: 4 },
  uint8: { code: 2, bytes: 1 },
  uint16: { code: 4, bytes: 2 },
  int64: { code: 7, bytes: 8 },
  float16: { code: 10, bytes: 2 },
} as const;
type Element = keyof typeof elements;

type Attribute = number | string | readonly number[] | { readonly float: number };

/** A value in the graph, by its name. */
export type Value = string & { readonly graph?: never };

/** Sizes of a value; a text names a size that is only known when the model runs. */
type Shape = readonly (number | string)[];

export interface ModelBuilder {
  /** Numbers known beforehand; `values` holds their bytes, in this machine's order (little-endian on all we know). */
  constant(type: Element, shape: readonly number[], values: ArrayBufferView): Value;
  /** Whole numbers known beforehand, in one row: shapes, axes, starts. */
  integers(...values: readonly number[]): Value;
  /** One operator, https://onnx.ai/onnx/operators; whole numbers are integer attributes, `{ float }` the others. */
  node(operator: string, inputs: readonly Value[], attributes?: Readonly<Record<string, Attribute>>): Value;
  /** The bytes of the model, with the given inputs and outputs. */
  encode(inputs: Readonly<Record<string, Typed>>, outputs: Readonly<Record<Value, Shape>>): Uint8Array;
}

interface Typed {
  readonly type: Element;
  readonly shape: Shape;
}

export function buildModel(): ModelBuilder {
  const nodes: object[] = [];
  const initializers: object[] = [];
  const constant: ModelBuilder['constant'] = (type, dims, { buffer, byteOffset, byteLength }) => {
    const name = `c${initializers.length}`;
    const raw_data = new Uint8Array(buffer, byteOffset, byteLength);
    initializers.push({ name, data_type: elements[type].code, dims, raw_data });
    return name;
  };
  return {
    constant,
    integers: (...values) => constant('int64', [values.length], BigInt64Array.from(values, BigInt)),
    node(op_type, input, attributes = {}) {
      const output = `v${nodes.length}`;
      const attribute = Object.entries(attributes).map(([name, value]) => ({ name, ...encoded(value) }));
      nodes.push({ op_type, input, output: [output], attribute });
      return output;
    },
    encode(inputs, outputs) {
      const graph = {
        name: 'net',
        node: nodes,
        initializer: initializers,
        input: Object.entries(inputs).map(([name, { type, shape }]) => described(name, type, shape)),
        output: Object.entries(outputs).map(([name, shape]) => described(name, 'float', shape)),
      };
      const opset_import = [{ domain: '', version: OPSET }];
      return Model.encode({ ir_version: IR_VERSION, opset_import, graph }).finish();
    },
  };
}

/** The type numbers are those of AttributeProto.AttributeType. */
function encoded(value: Attribute): object {
  if (typeof value === 'number') return { type: 2, i: value };
  if (typeof value === 'string') return { type: 3, s: new TextEncoder().encode(value) };
  if ('float' in value) return { type: 1, f: value.float };
  return { type: 7, ints: value };
}

function described(name: string, type: Element, shape: Shape): object {
  const dim = shape.map((size) => (typeof size === 'number' ? { dim_value: size } : { dim_param: size }));
  return { name, type: { tensor_type: { elem_type: elements[type].code, shape: { dim } } } };
}
