/* One frame of a challenge: who is there, and what the face does. */
import { builtInRecogniser } from '../embedders/built-in.ts';
import { embedderOf } from '../embedders/embedder.ts';
import { findLive, sight, standingOut } from '../faces.ts';
import type { FaceBox, RgbImage } from '../image.ts';
import type { Nets } from '../nets/nets.ts';
import { pyramid } from '../warp.ts';
import { meshOf } from './mesh.ts';
import type { MeshNets } from './nets/mesh-nets.ts';
import { type FaceView, viewOf } from './view.ts';

export type Observation =
  | { readonly seen: 'nobody' }
  | { readonly seen: 'several'; readonly faces: number }
  | {
      readonly seen: 'face';
      /** Pixels of the frame. */
      readonly box: FaceBox;
      readonly view: FaceView;
      /** Unit length, of one chip and its mirror image: compared within a challenge only. */
      readonly vector: Float32Array;
    };

/** The mesh net is sure of a face from here; of 153 portraits none was below .9. */
const PRESENT = 0.5;

/** @param frame as the camera gives it, not mirrored: left and right would change places */
export async function observe(nets: Nets, meshNets: MeshNets, frame: RgbImage): Promise<Observation> {
  const image = pyramid(frame);
  const faces = standingOut(await findLive(nets, image));
  if (faces.length === 0) return { seen: 'nobody' };
  if (faces.length > 1) return { seen: 'several', faces: faces.length };
  const sighting = await sight(nets, image, faces[0]);
  const mesh = await meshOf(meshNets, image, sighting);
  if (mesh.presence < PRESENT) return { seen: 'nobody' };
  // Of the built-in recogniser also where the site has its own: how like one person's frames are was measured on that.
  const embedder = embedderOf(builtInRecogniser(nets));
  const [chip] = embedder.chips(image, sighting.landmarks);
  const { vector } = await embedder.embed([chip]);
  return { seen: 'face', box: faces[0], view: viewOf(image, mesh), vector };
}
