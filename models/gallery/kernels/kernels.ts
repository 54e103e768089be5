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
/** Of the memory that this thread worked on last: a new instance is slow for its first calls. */
let last: { readonly name: number; readonly scan: Scan } | null = null;

/** The kernel over a gallery's memory; the name says which memory it is when it was sent from another thread. */
export function kernelOver(memory: WebAssembly.Memory, name: number): Scan {
  if (last?.name === name) return last.scan;
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
  last = { name, scan: made };
  return made;
}
