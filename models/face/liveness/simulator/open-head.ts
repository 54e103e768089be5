import type { RgbImage } from '../../image.ts';
import { backEnds } from '../../nets/back-end.ts';
import { openNets } from '../../open-nets.ts';
import { listedWeights, packagedWeights } from '../../weights.ts';
import { openMeshNets } from '../open-mesh-nets.ts';
import { type Head, headIn } from './head.ts';

/** The head of a photo, for tests, which have no nets open. @throws without a face in the photo */
export async function openHead(photo: RgbImage): Promise<Head> {
  const { nets } = await openNets(packagedWeights(), listedWeights, backEnds);
  const head = await headIn(nets, await openMeshNets(backEnds), photo);
  if (!head) throw new Error('no face in the photo');
  return head;
}
