import { writeFileSync } from 'node:fs';
import { compileKernels } from '../../kernel-compiler/index.ts';

/* From assembly/kernels.ts to kernels.wasm. */

export const wasmFile = new URL('./kernels.wasm', import.meta.url);

export function compile(): Promise<Uint8Array> {
  return compileKernels(new URL('./assembly/kernels.ts', import.meta.url));
}

if (import.meta.main) writeFileSync(wasmFile, await compile());
