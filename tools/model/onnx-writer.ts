import protobuf from 'protobufjs/minimal.js';
import type { Writer } from 'protobufjs/minimal.js';

/** Element types of the ONNX `TensorProto.DataType` enumeration that this writer emits. */
export const elementType = {
  float32: 1,
  uint8: 2,
  int8: 3,
  int32: 6,
  int64: 7,
  float16: 10,
  float64: 11,
} as const;

/** Operators that onnxruntime adds to those of ONNX. */
export const runtimeDomain = 'com.microsoft';

export interface OnnxTensor {
  readonly name: string;
  readonly dimensions: readonly number[];
  readonly type: keyof typeof elementType;
  /** Raw little-endian element bytes. */
  readonly bytes: Uint8Array;
}

export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Integers are written as INT or INTS, strings as STRING. */
  readonly attributes?: Readonly<Record<string, number | readonly number[] | string>>;
  /** Default: the operators of ONNX itself. */
  readonly domain?: typeof runtimeDomain;
}

/** A named float tensor on the graph's border. A negative dimension is left open. */
export interface OnnxBorder {
  readonly name: string;
  readonly dimensions: readonly number[];
}

export interface OnnxGraph {
  readonly name: string;
  readonly inputs: readonly OnnxBorder[];
  readonly outputs: readonly OnnxBorder[];
  readonly initializers: readonly OnnxTensor[];
  readonly nodes: readonly OnnxNode[];
}

const attributeType = { integer: 2, string: 3, integers: 7 } as const;
/** IR version 8 and operator set 13: the oldest that hold every operator used here, so any current runtime loads them. */
const irVersion = 8;
const operatorSet = 13;

const lengthDelimited = (field: number): number => (field << 3) | 2;
const varint = (field: number): number => field << 3;

/** Writes a length-delimited field whose content is made by `fill`. */
function message(writer: Writer, field: number, fill: (inner: Writer) => void): void {
  writer.uint32(lengthDelimited(field)).fork();
  fill(writer);
  writer.ldelim();
}

function writeAttribute(writer: Writer, name: string, value: number | readonly number[] | string): void {
  writer.uint32(lengthDelimited(1)).string(name);
  if (typeof value === 'number') {
    writer.uint32(varint(3)).int64(value).uint32(varint(20)).int32(attributeType.integer);
  } else if (typeof value === 'string') {
    writer.uint32(lengthDelimited(4)).bytes(new TextEncoder().encode(value));
    writer.uint32(varint(20)).int32(attributeType.string);
  } else {
    for (const item of value) writer.uint32(varint(8)).int64(item);
    writer.uint32(varint(20)).int32(attributeType.integers);
  }
}

function writeNode(writer: Writer, node: OnnxNode): void {
  for (const input of node.inputs) writer.uint32(lengthDelimited(1)).string(input);
  for (const output of node.outputs) writer.uint32(lengthDelimited(2)).string(output);
  writer.uint32(lengthDelimited(3)).string(node.outputs[0] ?? node.operator);
  writer.uint32(lengthDelimited(4)).string(node.operator);
  for (const [name, value] of Object.entries(node.attributes ?? {}))
    message(writer, 5, (inner) => writeAttribute(inner, name, value));
  if (node.domain !== undefined) writer.uint32(lengthDelimited(7)).string(node.domain);
}

function writeTensor(writer: Writer, tensor: OnnxTensor): void {
  for (const size of tensor.dimensions) writer.uint32(varint(1)).int64(size);
  writer.uint32(varint(2)).int32(elementType[tensor.type]);
  writer.uint32(lengthDelimited(8)).string(tensor.name);
  writer.uint32(lengthDelimited(9)).bytes(tensor.bytes);
}

function writeBorder(writer: Writer, border: OnnxBorder): void {
  writer.uint32(lengthDelimited(1)).string(border.name);
  message(writer, 2, (type) =>
    message(type, 1, (tensor) => {
      tensor.uint32(varint(1)).int32(elementType.float32);
      message(tensor, 2, (shape) => border.dimensions.forEach((size, axis) => writeDimension(shape, size, axis)));
    }),
  );
}

function writeDimension(writer: Writer, size: number, axis: number): void {
  message(writer, 1, (inner) => {
    if (size < 0) inner.uint32(lengthDelimited(2)).string(`axis${axis}`);
    else inner.uint32(varint(1)).int64(size);
  });
}

function writeGraph(writer: Writer, graph: OnnxGraph): void {
  for (const node of graph.nodes) message(writer, 1, (inner) => writeNode(inner, node));
  writer.uint32(lengthDelimited(2)).string(graph.name);
  for (const tensor of graph.initializers) message(writer, 5, (inner) => writeTensor(inner, tensor));
  for (const input of graph.inputs) message(writer, 11, (inner) => writeBorder(inner, input));
  for (const output of graph.outputs) message(writer, 12, (inner) => writeBorder(inner, output));
}

/** Of two values of one name runtimes take either: ONNX wants each name assigned once. */
function checkNames({ inputs, initializers, nodes }: OnnxGraph): void {
  const taken = new Set<string>();
  for (const name of [...inputs, ...initializers]
    .map((value) => value.name)
    .concat(nodes.flatMap((node) => node.outputs))) {
    if (taken.has(name)) throw new Error(`the graph gives two values the name ${name}`);
    taken.add(name);
  }
}

/**
 * Serialises a graph as an ONNX `ModelProto`. The same graph gives the same bytes. Throws where two values have one name.
 * @source onnx/onnx.proto3, messages ModelProto, GraphProto, NodeProto, AttributeProto, TensorProto, ValueInfoProto.
 */
export function writeOnnx(graph: OnnxGraph): Uint8Array {
  checkNames(graph);
  const writer = protobuf.Writer.create();
  writer.uint32(varint(1)).int64(irVersion);
  writer.uint32(lengthDelimited(2)).string('semblance');
  message(writer, 7, (inner) => writeGraph(inner, graph));
  message(writer, 8, (inner) => inner.uint32(varint(2)).int64(operatorSet));
  if (graph.nodes.some(({ domain }) => domain !== undefined))
    message(writer, 8, (inner) => inner.uint32(lengthDelimited(1)).string(runtimeDomain).uint32(varint(2)).int64(1));
  return writer.finish();
}
