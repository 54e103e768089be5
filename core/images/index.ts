export { decodePhoto, decodePrint, type Grey, type Rgb } from './decode.ts';
export { type Crop, encodePhoto, encodePortrait, encodePrint, encodeThumbnail } from './encode.ts';
