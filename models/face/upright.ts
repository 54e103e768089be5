/*
 * A photo on its side or upside down, without a word about it in its file, still gives a face now and then, and landmarks
 * that look like one; but its template is like nobody's, not even the person's own. The detector knows better: it
 * is surest of a face that stands upright, so the head is shown to it in all four ways.
 */
import type { FaceBox } from './image.ts';
import type { Nets } from './nets/nets.ts';
import { type Pyramid, type Similarity, warp } from './warp.ts';

/** Side of what the detector is shown, pixels, and how much of the picture that is, in larger sides of the box. */
const SIDE = 160;
const ROOM = 2.2;

/** [cosine, sine] of a quarter turn, a half, and three quarters. */
const TURNS = [
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/** Whether the detector is no surer of the head when it is turned. */
export async function isUpright(nets: Nets, image: Pyramid, box: FaceBox): Promise<boolean> {
  const upright = await surenessOf(nets, image, headOf(box, 1, 0));
  for (const [cosine, sine] of TURNS)
    if ((await surenessOf(nets, image, headOf(box, cosine, sine))) > upright) return false;
  return true;
}

/** The square around a head, turned about its middle. */
function headOf({ x, y, width, height }: FaceBox, cosine: number, sine: number): Similarity {
  const scale = (ROOM * Math.max(width, height)) / SIDE;
  const [a, b] = [scale * cosine, scale * sine];
  const half = SIDE / 2;
  return { a, b, x: x + width / 2 - (a - b) * half, y: y + height / 2 - (b + a) * half };
}

async function surenessOf(nets: Nets, image: Pyramid, head: Similarity): Promise<number> {
  const faces = await nets.findQuickly(warp(image, head, SIDE, SIDE), SIDE);
  return Math.max(0, ...faces.map(({ score }) => score));
}
