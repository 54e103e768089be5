import { crc32 } from 'node:zlib';
import { type Gallery, galleryOver } from '../search/gallery.ts';
import { createRowStore } from '../search/row-store.ts';
import { squares } from '../search/unit-vector.ts';
import { inThisThread, type SearchWorkers } from '../search/workers.ts';
import { checksumBytes, formVersion, headerBytes, magic, padded } from './form.ts';

/** Why bytes are not taken: none of ours, of another version, cut short or changed, of other templates, or written wrongly. */
export type LoadRefusal =
  | 'no-gallery'
  | 'other-version'
  | 'damaged'
  | 'other-model'
  | 'other-length'
  | 'inconsistent';

export type LoadedGallery =
  | { readonly outcome: 'loaded'; readonly gallery: Gallery }
  | { readonly outcome: 'refused'; readonly reason: LoadRefusal };

interface Expected {
  readonly model: string;
  readonly dimensions: number;
}

interface SavedPerson {
  readonly id: string;
  readonly templates: number;
}

/** Squares of a unit vector of 32-bit floats sum up to 1 within this. */
const unitTolerance = 1e-5;

const refused = (reason: LoadRefusal): LoadedGallery => ({ outcome: 'refused', reason });

/** A gallery from what `save` gave; the answers are the same to the last bit. Nothing is taken of bytes that are refused. */
export function loadGallery(
  bytes: Uint8Array,
  { model, dimensions }: Expected,
  workers: SearchWorkers = inThisThread,
): LoadedGallery {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < headerBytes + checksumBytes || view.getUint32(0, true) !== magic)
    return refused('no-gallery');
  if (view.getUint16(4, true) !== formVersion) return refused('other-version');
  const end = bytes.length - checksumBytes;
  if (crc32(bytes.subarray(0, end)) !== view.getUint32(end, true)) return refused('damaged');
  if (view.getUint32(8, true) !== dimensions) return refused('other-length');
  const names = readNames(bytes.subarray(0, end), view);
  if (names && names.model !== model) return refused('other-model');
  const gallery =
    names && readVectors(bytes.subarray(padded(names.end), end), dimensions, names.people, workers);
  return gallery ? { outcome: 'loaded', gallery } : refused('inconsistent');
}

/** The names, and where they end; null when they contradict themselves or the header. */
function readNames(bytes: Uint8Array, view: DataView) {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const people: SavedPerson[] = [];
  const ids = new Set<string>();
  const modelEnd = headerBytes + view.getUint16(6, true);
  let at = modelEnd;
  let templates = 0;
  try {
    for (let person = 0; person < view.getUint32(12, true); person++) {
      if (at + 4 > bytes.length) return null;
      const idEnd = at + 4 + view.getUint16(at, true);
      if (idEnd > bytes.length) return null;
      const id = text.decode(bytes.subarray(at + 4, idEnd));
      const count = view.getUint16(at + 2, true);
      if (count === 0) return null;
      people.push({ id, templates: count });
      ids.add(id);
      templates += count;
      at = idEnd;
    }
    if (modelEnd > bytes.length || ids.size < people.length || templates !== view.getUint32(16, true))
      return null;
    return { model: text.decode(bytes.subarray(headerBytes, modelEnd)), people, end: at };
  } catch (error) {
    if (error instanceof TypeError) return null; // no UTF-8
    throw error;
  }
}

function readVectors(
  bytes: Uint8Array,
  dimensions: number,
  people: readonly SavedPerson[],
  workers: SearchWorkers,
): Gallery | null {
  const templates = people.reduce((sum, person) => sum + person.templates, 0);
  if (bytes.length !== 4 * dimensions * templates) return null;
  const store = createRowStore(dimensions);
  let at = 0;
  for (const { id, templates } of people)
    for (let i = 0; i < templates; i++) {
      const unit = new Float32Array(bytes.slice(at, at + 4 * dimensions).buffer);
      if (!(Math.abs(squares(unit) - 1) < unitTolerance)) return null;
      store.add(id, unit);
      at += 4 * dimensions;
    }
  return galleryOver(store, workers);
}
