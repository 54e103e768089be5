/** Pixels as these sensors send them: 4 bits each, the left pixel in the high nibble, rows from the top. */

/** Pixel pitch of R30x and ZFM sensors: 200 per cm. */
export const sensorDpi = 508;
/** Sensor size of the family, for modules that do not tell theirs. */
export const usualWidth = 256;
export const usualHeight = 288;

/** 15 × 17 = 255: spreads 16 greys over a byte. */
const greyStep = 17;

export const packedSize = (width: number, height: number) => (width * height) / 2;

/** 8-bit pixels of a packed image. */
export function unpackPixels(packed: Uint8Array): Uint8Array {
  const pixels = new Uint8Array(packed.length * 2);
  packed.forEach((byte, i) => {
    pixels[2 * i] = (byte >> 4) * greyStep;
    pixels[2 * i + 1] = (byte & 0x0f) * greyStep;
  });
  return pixels;
}

/** The sensor's own packing: the four upper bits of each of an even number of pixels. */
export function packPixels(pixels: Uint8Array): Uint8Array {
  return Uint8Array.from(
    { length: pixels.length / 2 },
    (_, i) => (pixels[2 * i] & 0xf0) | (pixels[2 * i + 1] >> 4),
  );
}
