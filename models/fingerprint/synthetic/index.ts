export type { Pattern } from './flow.ts';
export { growFinger, type SyntheticFinger } from './grow.ts';
export { blankImpression, type ImpressionOptions, impress } from './impress.ts';
