/** The card as it is printed, and its paper forms. */
export { defaultTemplate } from './default-template.ts';
export { type Drawn, drawCard } from './draw-card.ts';
export type { Side } from './draw-side.ts';
export type { CardFace } from './face.ts';
export { drawPaper, type PaperForm } from './paper/index.ts';
export { CardTemplate } from './template.ts';
export { unprintableIn } from './unprintable.ts';
export type { CardLanguage } from './words.ts';
