import { crc32 } from 'node:zlib';
import type { RowStore } from '../search/row-store.ts';
import { checksumBytes, formVersion, headerBytes, magic, most16, padded } from './form.ts';

/**
 * The rows as bytes (form.ts).
 * @throws RangeError when a name is longer than 65,535 bytes or a person has more templates than that
 */
export function saveRows(store: RowStore, model: string): Uint8Array {
  const { dimensions } = store.layout;
  const people = [...store.people()];
  const names = nameTable(model, people);
  const vectors = padded(headerBytes + names.length);
  const end = vectors + 4 * dimensions * store.size;
  const bytes = new Uint8Array(end + checksumBytes);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint16(4, formVersion, true);
  view.setUint16(6, Buffer.byteLength(model), true);
  view.setUint32(8, dimensions, true);
  view.setUint32(12, people.length, true);
  view.setUint32(16, store.size, true);
  bytes.set(names, headerBytes);
  const floats = new Float32Array(bytes.buffer, vectors, dimensions * store.size);
  let at = 0;
  for (const [, rows] of people)
    for (const row of rows) {
      floats.set(store.vectorOf(row), at);
      at += dimensions;
    }
  view.setUint32(end, crc32(bytes.subarray(0, end)), true);
  return bytes;
}

function nameTable(model: string, people: readonly (readonly [string, readonly number[]])[]): Uint8Array {
  const lengths = people.map(([id]) => Buffer.byteLength(id));
  const modelBytes = Buffer.byteLength(model);
  if (modelBytes > most16 || lengths.some((length) => length > most16))
    throw new RangeError('a name is too long to be saved');
  const table = Buffer.alloc(lengths.reduce((sum, length) => sum + 4 + length, modelBytes));
  let at = table.write(model);
  for (const [i, [id, rows]] of people.entries()) {
    at = table.writeUInt16LE(lengths[i], at);
    at = table.writeUInt16LE(rows.length, at);
    at += table.write(id, at);
  }
  return table;
}
