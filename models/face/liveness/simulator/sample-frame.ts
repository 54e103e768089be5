import type { RgbImage } from '../../image.ts';
import { portrait, rgb, type Sample } from '../../samples.ts';

/** A frame of a camera with one person of the samples before it. */
export async function sampleFrame(sample: Sample): Promise<RgbImage> {
  return rgb((await portrait(sample)).resize(396, 480, { fit: 'cover' }));
}
