import type { GreyImage } from '../types.ts';
import type { SyntheticFinger } from './grow.ts';
import { chooseContact, choosePlacement, sampleRidge } from './placement.ts';
import { between, mixSeeds, normal, type Random, randomFrom } from './random.ts';
import { smoothNoise } from './smooth-noise.ts';

/*
 * One touch of a synthetic finger on a scanner. Each pixel looks up where on the finger it lies (placement.ts); pressure
 * and moisture decide how wide a ridge prints there; dirt, scratches and the sensor's own noise do the rest.
 */

export interface ImpressionOptions {
  /** Another seed, another touch. */
  readonly seed: number;
  /** Pixels; 256 × 288 unless told, the sensors of the 0xEF01 modules. */
  readonly width?: number;
  readonly height?: number;
  /** 508 unless told. */
  readonly dpi?: number;
  /** 0 dry and light … 1 wet and hard; 0.3 to 0.7 unless told. */
  readonly pressure?: number;
  /** Radians, clockwise as seen; within ±0.25 unless told. */
  readonly rotation?: number;
  /** Millimetres the finger's centre lies from the sensor's, right and down; within ±1.5 unless told. */
  readonly shift?: { readonly x: number; readonly y: number };
  /** Share of the finger's width and height that touches, 0.2 … 1; 0.85 to 1 unless told. */
  readonly contact?: number;
  /** 0 rigid … 1 strongly pulled skin; 0.2 to 0.6 unless told. */
  readonly distortion?: number;
  /** 0 clean … 1 filthy and noisy; 0.1 to 0.4 unless told. */
  readonly noise?: number;
}

const defaultWidth = 256;
const defaultHeight = 288;
const defaultDpi = 508;

/** The grey levels of empty glass and of a ridge at full contact. */
const glass = 236;
const skin = 48;

/** The image a scanner would deliver. The same finger and options give the same image. */
export function impress(finger: SyntheticFinger, options: ImpressionOptions): GreyImage {
  const { width = defaultWidth, height = defaultHeight, dpi = defaultDpi } = options;
  const random = randomFrom(mixSeeds(finger.seed, options.seed));
  const pressure = options.pressure ?? between(random, 0.3, 0.7);
  const noise = options.noise ?? between(random, 0.1, 0.4);
  const place = choosePlacement(random, { width, height, dpi }, options);
  const touches = chooseContact(random, options.contact ?? between(random, 0.85, 1), pressure);
  const moisture = smoothNoise(random, width, height, 45);
  const grain = smoothNoise(random, width, height, 3);
  const smear = smoothNoise(random, width, height, 14);

  const ink = new Float32Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const { u, v } = place(x, y);
      const contact = touches(u, v);
      if (contact <= 0) continue;
      const ridge = sampleRidge(finger, u, v);
      const width50 = 1.7 * (pressure - 0.5) + 0.35 * moisture(x, y) + 0.25 * noise * smear(x, y);
      // Pores and dry skin break thin ridges; little of it shows when wet.
      const broken = (0.35 + 0.9 * noise) * (1.25 - pressure) * grain(x, y);
      ink[y * width + x] = contact / (1 + Math.exp(-4.5 * (ridge + width50 + 0.75 * broken)));
    }
  scratch(random, ink, width, height, noise);
  return { width, height, dpi, pixels: develop(random, ink, width, height, noise) };
}

/** Empty glass as the same scanner sees it: what it delivers when nobody has put a finger on it. */
export function blankImpression(
  options: Pick<ImpressionOptions, 'seed' | 'width' | 'height' | 'dpi'>,
): GreyImage {
  const { width = defaultWidth, height = defaultHeight, dpi = defaultDpi } = options;
  const ink = new Float32Array(width * height);
  return { width, height, dpi, pixels: develop(randomFrom(options.seed), ink, width, height, 0.2) };
}

/** A few fine straight lines without contact, as cuts and dust leave them. */
function scratch(random: Random, ink: Float32Array, width: number, height: number, noise: number): void {
  const count = Math.floor(6 * noise * random());
  for (let n = 0; n < count; n++) {
    const angle = between(random, 0, Math.PI);
    const length = between(random, 20, 90);
    const x0 = between(random, 0, width);
    const y0 = between(random, 0, height);
    for (let t = 0; t < length; t += 0.5) {
      const x = Math.round(x0 + t * Math.cos(angle));
      const y = Math.round(y0 + t * Math.sin(angle));
      if (x >= 0 && y >= 0 && x < width && y < height) ink[y * width + x] *= 0.15;
    }
  }
}

/** Ink to grey levels: the optics blur a little, the sensor adds its noise. */
function develop(
  random: Random,
  ink: Float32Array,
  width: number,
  height: number,
  noise: number,
): Uint8Array {
  const pixels = new Uint8Array(width * height);
  const deviation = 3 + 14 * noise;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const left = x > 0 ? ink[at - 1] : ink[at];
      const right = x < width - 1 ? ink[at + 1] : ink[at];
      const above = y > 0 ? ink[at - width] : ink[at];
      const below = y < height - 1 ? ink[at + width] : ink[at];
      const blurred = 0.6 * ink[at] + 0.1 * (left + right + above + below);
      const grey = glass + (skin - glass) * blurred + deviation * normal(random);
      pixels[at] = Math.max(0, Math.min(255, Math.round(grey)));
    }
  return pixels;
}
