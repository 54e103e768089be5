import { builtInModel } from '#models/face/index.ts';
import { fingerprintEngineId, type Minutia, packTemplate } from '#models/fingerprint/index.ts';
import type { BiometricPart } from '#sync/packet/index.ts';
import { faceDimensions } from '../people.ts';

/* Invented faces and fingers: the same seed is the same person, another `take` another capture of them. */

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const noPicture = new Uint8Array([1]);

export function face(seed: number, take = 0): NonNullable<BiometricPart['face']> {
  const own = random(seed);
  const noise = random(seed * 1000 + take);
  const vector = Float32Array.from({ length: faceDimensions }, () => own() - 0.5 + 0.02 * (noise() - 0.5));
  return { model: builtInModel.id, vector, quality: 80, photo: noPicture };
}

const size = 400;
const minutiae = 45;

export function finger(
  seed: number,
  take = 0,
  position: BiometricPart['fingers'][number]['position'] = 'right-index',
): BiometricPart['fingers'][number] {
  const own = random(seed);
  const noise = random(seed * 1000 + take);
  const turn = 2 * Math.PI;
  const points = Array.from(
    { length: minutiae },
    (): Minutia => ({
      x: 40 + own() * (size - 80) + take * 5 + noise(),
      y: 40 + own() * (size - 80) - take * 3 + noise(),
      angle: (own() * turn) % turn,
      kind: own() < 0.5 ? 'ending' : 'bifurcation',
      quality: 0.8,
    }),
  );
  const template = packTemplate({
    engine: fingerprintEngineId,
    minutiae: points,
    singularPoints: [],
    width: size,
    height: size,
    quality: 70,
  });
  return { position, engine: fingerprintEngineId, template, quality: 70, image: noPicture, dpi: 500 };
}
