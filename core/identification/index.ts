export { compareWithCard } from './compare-with-card.ts';
export { type Galleries, openGalleries } from './galleries.ts';
export { identifyByCard, identifyByFace, identifyByFinger, readCardPicture } from './identify.ts';
