import { mostPages, pageBytes } from '../kernels/pages.ts';

/*
 * The memory of a gallery, shared by all threads, from which pieces are taken one after the other. Pieces are never given
 * back: rows and scratch are used again.
 */

const alignment = 16;
let arenas = 0;

export interface Arena {
  /** Another number, another arena. */
  readonly name: number;
  readonly memory: WebAssembly.Memory;
  /**
   * Address of so many bytes, all 0.
   * @throws RangeError when 4 GB are full
   */
  take(bytes: number): number;
}

export function createArena(): Arena {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: mostPages, shared: true });
  let end = alignment;
  return {
    name: arenas++,
    memory,
    take(bytes) {
      const at = end;
      const next = at + Math.ceil(bytes / alignment) * alignment;
      const missing = next - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
      end = next;
      return at;
    },
  };
}
