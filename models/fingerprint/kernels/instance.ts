import { readFileSync } from 'node:fs';

/*
 * kernels.wasm, one instance a thread, and its memory: what is kept for good lies at the bottom, above it the planes of
 * the call at hand, one after the other.
 */

const { exports } = new WebAssembly.Instance(
  new WebAssembly.Module(readFileSync(new URL('./kernels.wasm', import.meta.url))),
);

/** A kernel by name; all take addresses and sizes. */
export function kernel(name: string): (...numbers: number[]) => number {
  const found = exports[name];
  if (typeof found !== 'function') throw new Error(`kernels.wasm has no ${name}`);
  return (...numbers) => found(...numbers);
}

function memoryOf(found: unknown): WebAssembly.Memory {
  if (!(found instanceof WebAssembly.Memory)) throw new Error('kernels.wasm has no memory');
  return found;
}

type Numbers = Float32Array | Uint32Array | Uint16Array | Uint8Array;

const memory = memoryOf(exports.memory);
const pageBytes = 65_536;
const alignment = 16;
let kept = kernel('freeFrom')();
let top = kept;

/** Forgets the planes of the last call. */
export function beginCall(): void {
  top = kept;
}

/** Keeps for good what was put since beginCall. */
export function keep(): void {
  kept = top;
}

/** Room for so many bytes, holding anything. */
export function reserve(bytes: number): number {
  const at = top;
  top += Math.ceil(bytes / alignment) * alignment;
  const missing = top - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
  return at;
}

/** Room for so many f32, all 0. */
export function zeros(count: number): number {
  const at = reserve(4 * count);
  new Uint8Array(memory.buffer, at, 4 * count).fill(0);
  return at;
}

/** A copy in the kernels' memory. */
export function put(numbers: Numbers): number {
  const at = reserve(numbers.byteLength);
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
  return at;
}

/** A copy of so many f32 out of the kernels' memory. */
export function take(at: number, count: number): Float32Array {
  return new Float32Array(memory.buffer, at, count).slice();
}
