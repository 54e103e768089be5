/** The card as it is printed. */
export { type CardFace, drawCard } from './draw-card.ts';
export type { CardLanguage } from './words.ts';
