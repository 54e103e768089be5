export { type Demographics, nameAgrees, shareOfName } from './demographics.ts';
export { type Evidence, type Judgement, judge } from './fusion.ts';
