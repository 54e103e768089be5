/*
 * A head made of one frontal photo: the face's own mesh carries the photo, a ring around it stands for hair, ears and neck,
 * and everything farther off stays where it is (after Zhu et al., "Face alignment across large poses", 2016). It can turn and
 * close its eyes. What a photo did not show is stretched, so a turn beyond 40 degrees is no longer a face.
 */
import Delaunator from 'delaunator';
import { findLive, sight } from '../../faces.ts';
import type { Point, RgbImage } from '../../image.ts';
import type { Nets } from '../../nets/nets.ts';
import { pyramid } from '../../warp.ts';
import { type FaceMesh, meshOf } from '../mesh.ts';
import type { MeshNets, SolidPoint } from '../nets/mesh-nets.ts';
import { type Camera, type Surface, see, type Turn, turned } from './surface.ts';

/** The edge of the face in the mesh, clockwise from the top. */
// biome-ignore format: one ring
const EDGE = [10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
  150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109];
/** Of each eye the mesh points of its lids, in the order of `FaceMesh.lids`. */
const RIGHT_LIDS = [33, 7, 163, 144, 145, 153, 154, 155, 133, 246, 161, 160, 159, 158, 157, 173];
const LEFT_LIDS = [263, 249, 390, 373, 374, 380, 381, 382, 362, 466, 388, 387, 386, 385, 384, 398];
const ABOVE = 9;

/** Rings around the face, in sizes of it: how far out, how far behind its edge, and whether it goes with the head. */
const rings = [
  { out: 1.2, behind: 0.15, moves: true },
  { out: 1.4, behind: 0.35, moves: true },
  { out: 2.1, behind: 0.4, moves: false },
] as const;

/** Camera to face, in heights of the face: half a metre. */
const DISTANCE = 3;

export interface Head {
  /** As the camera sees it; `closed` is how far the eyes are, 0..1. */
  seen(pose: Pose): RgbImage;
}

export interface Pose extends Turn {
  readonly closed?: number;
}

/** The head of the largest face in the photo; null without one. */
export async function headIn(nets: Nets, meshNets: MeshNets, photo: RgbImage): Promise<Head | null> {
  const image = pyramid(photo);
  const [box] = await findLive(nets, image);
  return box ? headOf(photo, await meshOf(meshNets, image, await sight(nets, image, box))) : null;
}

function headOf(picture: RgbImage, mesh: FaceMesh): Head {
  const face: SolidPoint[] = mesh.points.map(([x, y, z]) => [x, y, z]);
  const lids = [
    [RIGHT_LIDS, mesh.lids.right],
    [LEFT_LIDS, mesh.lids.left],
  ] as const;
  for (const [numbers, edge] of lids)
    for (const [i, number] of numbers.entries()) face[number] = [edge[i][0], edge[i][1], face[number][2]];

  const height = Math.hypot(face[152][0] - face[10][0], face[152][1] - face[10][1]);
  const camera: Camera = { width: picture.width, height: picture.height, distance: DISTANCE * height };
  const middle = centre(EDGE.map((number) => face[number]));
  const around = rings.flatMap(({ out, behind }) =>
    EDGE.map((number): SolidPoint => {
      const [x, y, z] = face[number];
      return [middle[0] + (x - middle[0]) * out, middle[1] + (y - middle[1]) * out, z + behind * height];
    }),
  );
  const wall = border(picture, 0.4 * height + Math.max(...around.map(([, , z]) => z)));
  const all = [...face, ...around, ...wall].map((point) => within(point, picture));
  const texture = all.map(([x, y]): Point => [x, y]);
  const goes = [
    ...face.map(() => true),
    ...rings.flatMap(({ moves }) => EDGE.map(() => moves)),
    ...wall.map(() => false),
  ];
  const { triangles } = Delaunator.from(texture.map(([x, y]) => [x, y]));

  return {
    seen({ closed = 0, ...turn }) {
      const corners = all.map(([px, py, z]): SolidPoint => [px, py, z]);
      for (const [numbers] of lids)
        for (const [i, upper] of numbers.slice(ABOVE).entries()) {
          const [above, below] = [corners[upper], corners[numbers[i + 1]]];
          corners[upper] = between(above, below, closed);
        }
      const inSpace = corners.map((point) => unseen(point, camera));
      const moved = turned(inSpace, unseen(middle, camera), turn);
      const surface: Surface = {
        picture,
        texture,
        triangles,
        corners: inSpace.map((still, i) => (goes[i] ? moved[i] : still)),
      };
      return see([surface], camera);
    },
  };
}

function between(from: SolidPoint, to: SolidPoint, share: number): SolidPoint {
  return [
    from[0] + share * (to[0] - from[0]),
    from[1] + share * (to[1] - from[1]),
    from[2] + share * (to[2] - from[2]),
  ];
}

/** Where a point seen here lies in space. */
function unseen([x, y, z]: SolidPoint, { width, height, distance }: Camera): SolidPoint {
  const scale = (distance + z) / distance;
  return [width / 2 + (x - width / 2) * scale, height / 2 + (y - height / 2) * scale, z];
}

function within([x, y, z]: SolidPoint, { width, height }: RgbImage): SolidPoint {
  return [Math.max(0, Math.min(width, x)), Math.max(0, Math.min(height, y)), z];
}

function border({ width, height }: RgbImage, depth: number): SolidPoint[] {
  const steps = [0, 0.25, 0.5, 0.75, 1];
  return steps.flatMap((step): SolidPoint[] => [
    [step * width, 0, depth],
    [step * width, height, depth],
    [0, step * height, depth],
    [width, step * height, depth],
  ]);
}

function centre(points: readonly SolidPoint[]): SolidPoint {
  const sum = (axis: number) => points.reduce((total, point) => total + point[axis], 0) / points.length;
  return [sum(0), sum(1), sum(2)];
}
