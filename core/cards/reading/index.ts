/** Cards as pictures: a page drawn as pixels, and the QR read back from them. */
export { type RasterPage, rasterise } from './rasterise.ts';
export { type QrReading, readQr } from './read-qr.ts';
