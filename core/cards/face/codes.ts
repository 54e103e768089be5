import type { DotMatrix } from './dots.ts';
import { encodeText } from './draw-qr.ts';
import type { CardFace } from './face.ts';

/** The codes of a card as modules, each encoded once. */
export interface CardCodes {
  readonly details: DotMatrix;
  /** The code without a photo again where the card has none with. */
  readonly photo: DotMatrix;
}

/** Null when a text is longer than any QR holds. */
export function codesOf({ qrText, photoQrText }: CardFace): CardCodes | null {
  const details = encodeText(qrText);
  const photo = photoQrText === undefined ? details : encodeText(photoQrText);
  return details && photo && { details, photo };
}
