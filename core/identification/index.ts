export { compareWithCard } from './compare-with-card.ts';
export { createFaceChallenge, type FaceChallenge } from './face-challenge.ts';
export { type Galleries, openGalleries } from './galleries.ts';
export { identifyByCard, identifyByFace, identifyByFinger, readCardPicture } from './identify.ts';
