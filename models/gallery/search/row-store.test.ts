import { describe, expect, test } from 'vitest';
import { rowsPerBlock } from './layout.ts';
import { createRowStore } from './row-store.ts';

const unit = Float32Array.of(0.6, 0.8);

/** How many bytes of the memory are not 0, and the same for an empty store after one row came and went. */
const bytesSet = ({ memory }: { memory: WebAssembly.Memory }) =>
  new Uint8Array(memory.buffer).reduce((sum, byte) => sum + Number(byte !== 0), 0);

describe('the row of a removed person', () => {
  test('is cleared and used again', () => {
    const store = createRowStore(2);
    store.add('asha', unit);
    store.remove('asha');
    expect(store.vectorOf(0)).toEqual(new Float32Array(2));
    // Only the marks of unused rows are left.
    expect(bytesSet(store)).toBe(2 * rowsPerBlock);
    store.add('balbir', unit);
    expect(store.ownerOf(0)).toBe('balbir');
  });

  test('is kept as it was for the searches that began before, not for later ones', () => {
    const store = createRowStore(2);
    store.add('asha', unit);
    const endFirst = store.hold();
    store.remove('asha');
    const endSecond = store.hold();
    store.add('balbir', unit);
    expect(store.ownerOf(0)).toBeNull();
    expect(store.ownerOf(1)).toBe('balbir');
    expect(store.vectorOf(0)).toEqual(unit);
    endFirst();
    expect(store.vectorOf(0)).toEqual(new Float32Array(2));
    store.add('chand', unit);
    expect(store.ownerOf(0)).toBe('chand');
    endSecond();
    expect(store.ownerOf(0)).toBe('chand');
    expect(store.size).toBe(2);
  });
});
