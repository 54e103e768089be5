import { writeFileSync } from 'node:fs';
import { compileKernels } from '../../kernel-compiler/index.ts';

/* From assembly/ to WebAssembly. */

export const modules = ['kernels', 'rating'] as const;

type ModuleName = (typeof modules)[number];

export function wasmFile(name: ModuleName): URL {
  return new URL(`./${name}.wasm`, import.meta.url);
}

export function compile(name: ModuleName): Promise<Uint8Array> {
  return compileKernels(new URL(`./assembly/${name}.ts`, import.meta.url));
}

if (import.meta.main) for (const name of modules) writeFileSync(wasmFile(name), await compile(name));
