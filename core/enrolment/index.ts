export { captureFace, embedPhoto } from './capture-face.ts';
export { captureFinger, scanPrint, templatePrint } from './capture-finger.ts';
export { commitDraft } from './commit.ts';
export { decide } from './decide.ts';
export { type Draft, viewOf } from './draft.ts';
export { type DraftStore, openDraftStore } from './draft-store.ts';
export { reviewDuplicates } from './review.ts';
export { discardDraft, exceptFace, exceptFinger, giveConsent, giveDetails, startDraft } from './steps.ts';
