import { readFileSync, writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';
import { mostPages } from './pages.ts';

/* From assembly/kernels.ts to kernels.wasm. The bytes depend on the source and the compiler's version alone. */

export const wasmFile = new URL('./kernels.wasm', import.meta.url);
const sourceName = 'kernels.ts';
const source = new URL(`./assembly/${sourceName}`, import.meta.url);
const sharedMemory = [
  '--importMemory',
  '--sharedMemory',
  '--initialMemory',
  '1',
  '--maximumMemory',
  `${mostPages}`,
];
const options = [
  '-O3',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--enable',
  'threads',
  '--noAssert',
  ...sharedMemory,
];

/** @throws Error with the compiler's words when the source does not compile. */
export async function compileKernels(): Promise<Uint8Array> {
  let wasm: Uint8Array | undefined;
  const { error, stderr } = await asc.main([sourceName, '--outFile', 'kernels.wasm', ...options], {
    readFile: (name) => (name === sourceName ? readFileSync(source, 'utf8') : null),
    writeFile: (_, contents) => {
      if (typeof contents !== 'string') wasm = contents;
    },
    listFiles: () => [],
  });
  if (error || !wasm) throw new Error(stderr.toString(), { cause: error });
  return wasm;
}

if (import.meta.main) writeFileSync(wasmFile, await compileKernels());
