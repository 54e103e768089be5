export { type Evidence, type Judgement, judge } from './fusion.ts';
