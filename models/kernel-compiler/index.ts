import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

/**
 * The WebAssembly of one AssemblyScript file, with SIMD. Its bytes depend on the source, the options and the compiler's
 * version alone.
 * @param options more options of the compiler.
 * @throws Error with the compiler's words when the source does not compile.
 */
export async function compileKernels(source: URL, options: readonly string[] = []): Promise<Uint8Array> {
  const name = basename(fileURLToPath(source));
  const always = ['-O3', '--runtime', 'stub', '--enable', 'simd', '--noAssert'];
  let wasm: Uint8Array | undefined;
  const { error, stderr } = await asc.main([name, '--outFile', 'kernels.wasm', ...always, ...options], {
    readFile: (asked) => (asked === name ? readFileSync(source, 'utf8') : null),
    writeFile: (_, contents) => {
      if (typeof contents !== 'string') wasm = contents;
    },
    listFiles: () => [],
  });
  if (error || !wasm) throw new Error(stderr.toString(), { cause: error });
  return wasm;
}
