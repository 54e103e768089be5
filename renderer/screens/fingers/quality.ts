const goodFrom = 60;
const fairFrom = 40;

/** A print's quality, 0 to 100, in the words the operator reads. */
export function qualityWord(quality: number): 'good' | 'fair' | 'weak' {
  if (quality >= goodFrom) return 'good';
  return quality >= fairFrom ? 'fair' : 'weak';
}
