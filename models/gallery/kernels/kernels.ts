import { readFileSync } from 'node:fs';

/* kernels.wasm, compiled once a thread; each gallery's memory is given to an instance of its own. */

/** As `scan` in plain.ts, over rows in the memory; addresses in bytes, `rows` and `length` as in assembly/kernels.ts. */
export interface ScanArguments {
  readonly codes: number;
  readonly scales: number;
  readonly errors: number;
  readonly rows: number;
  readonly length: number;
  readonly probe: number;
  readonly probeScale: number;
  readonly weight: number;
  readonly margin: number;
  readonly floor: number;
  readonly out: number;
}

export type Scan = (on: ScanArguments) => number;

const module = new WebAssembly.Module(readFileSync(new URL('./kernels.wasm', import.meta.url)));
const instances = new WeakMap<WebAssembly.Memory, Scan>();

/** The kernel over a gallery's memory. */
export function kernelOver(memory: WebAssembly.Memory): Scan {
  const known = instances.get(memory);
  if (known) return known;
  const { scan } = new WebAssembly.Instance(module, { env: { memory } }).exports;
  if (typeof scan !== 'function') throw new Error('kernels.wasm has no scan');
  const made: Scan = (on) =>
    scan(
      on.codes,
      on.scales,
      on.errors,
      on.rows,
      on.length,
      on.probe,
      on.probeScale,
      on.weight,
      on.margin,
      on.floor,
      on.out,
    );
  instances.set(memory, made);
  return made;
}
