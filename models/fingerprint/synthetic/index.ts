export type { Pattern } from './flow.ts';
export { growFinger, type SyntheticFinger } from './grow.ts';
export { growGallery, touchAgain } from './grow-gallery.ts';
export { blankImpression, type ImpressionOptions, impress } from './impress.ts';
