import { writeFileSync } from 'node:fs';
import { compileKernels } from '../../kernel-compiler/index.ts';
import { mostPages } from './pages.ts';

/* From assembly/kernels.ts to kernels.wasm. */

export const wasmFile = new URL('./kernels.wasm', import.meta.url);
const sharedMemory = ['--importMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory'];

export function compile(): Promise<Uint8Array> {
  const options = ['--enable', 'threads', ...sharedMemory, `${mostPages}`];
  return compileKernels(new URL('./assembly/kernels.ts', import.meta.url), options);
}

if (import.meta.main) writeFileSync(wasmFile, await compile());
