/** How the files begin; null stands for any byte. */
const beginnings: readonly (readonly (number | null)[])[] = [
  [0xff, 0xd8, 0xff], // JPEG
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], // PNG
  [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50], // WebP: RIFF, size, WEBP
];

/**
 * Whether these bytes begin as a still picture that a camera or scanner makes: JPEG, PNG or WebP. Ask before a decoder
 * gets them, so that no reader of anything else (SVG, GIF, TIFF) ever sees a stranger's bytes.
 */
export function isStillPicture(bytes: Uint8Array): boolean {
  return beginnings.some((beginning) => beginning.every((byte, i) => byte === null || byte === bytes[i]));
}
