/*
 * A gallery as bytes, little-endian:
 *   0   4  "KGAL"
 *   4   2  version of the form
 *   6   2  length of the model's name in bytes
 *   8   4  dimensions
 *   12  4  number of people
 *   16  4  number of templates
 *   20     the model's name, UTF-8
 *          for each person: 2 bytes length of the id, 2 bytes number of templates, the id in UTF-8
 *          0 to 3 bytes of 0, up to a multiple of 4
 *          the unit vectors (f32), in the order of the people
 *   last 4 CRC-32 of all before
 * The codes are not stored: they follow from the vectors, and must, for the search to be exact.
 */

export const magic = 0x4c41474b;
export const formVersion = 1;
export const headerBytes = 20;
export const checksumBytes = 4;
/** Of an id, a model's name, and the templates of one person. */
export const most16 = 0xffff;

export function padded(bytes: number): number {
  return Math.ceil(bytes / 4) * 4;
}
