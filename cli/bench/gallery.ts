import { createGallery } from '#models/gallery/index.ts';
import { type Figure, medianMs } from './figure.ts';

/* `kiosk bench gallery`: one-to-many search over vectors. */

const people = 10_000;
const vectorLength = 128;

export async function galleryFigures(): Promise<Figure[]> {
  const gallery = createGallery(vectorLength);
  const vectors = Array.from({ length: people }, (_, person) =>
    Float32Array.from({ length: vectorLength }, (_value, at) => Math.sin(person * vectorLength + at)),
  );
  for (const [person, vector] of vectors.entries()) gallery.add(String(person), vector);
  const bytes = new Float32Array(people * vectorLength);
  const target = new Float32Array(bytes.length);
  const copy = await medianMs(() => target.set(bytes));
  const search = await medianMs(() => gallery.search(vectors[0], 10));
  return [
    {
      what: `1:N over ${people} faces`,
      value: search,
      unit: 'ms',
      ratio: search / copy,
      to: 'a copy of the same memory',
    },
  ];
}
