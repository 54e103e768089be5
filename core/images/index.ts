export { decodePhoto, decodePrint, type Grey, type Rgb } from './decode.ts';
export { type Crop, encodePhoto, encodePortrait, encodePrint, encodeThumbnail } from './encode.ts';
export { isStillPicture } from './still-picture.ts';
