/*
 * The face as a surface: MediaPipe's mesh of 468 points with depth, and the lids of both eyes from its iris net. The mesh is
 * cut out upright by the eye line and looked at twice: once where the landmarks are, then where the first mesh is, with a
 * quarter of its size around it, as the net was trained (Kartynnik et al. 2019, arXiv:1907.06724; Ablavatski et al. 2020,
 * arXiv:2006.11341).
 */
import { eyesOf } from '../geometry.ts';
import type { FaceSighting, Point } from '../image.ts';
import { type Pyramid, place, type Similarity, warp } from '../warp.ts';
import { EYE_SIZE, MESH_SIZE, type MeshNets, type SolidPoint } from './nets/mesh-nets.ts';

export interface FaceMesh {
  /** 468 points in pixels of the image; depth in the same unit, smaller is nearer, 0 at the middle of the head. */
  readonly points: readonly SolidPoint[];
  /** Of each eye 16 points on the edges of its lids: 9 below from the outer corner to the inner, then 7 above. */
  readonly lids: { readonly right: readonly Point[]; readonly left: readonly Point[] };
  /** How sure the net is to see a face, 0..1. */
  readonly presence: number;
}

/** Numbers of mesh points; right and left are the person's. */
const RIGHT_EYE = { outer: 33, inner: 133 };
const LEFT_EYE = { outer: 263, inner: 362 };

/** Margins: the mesh reaches from the hair line to the chin, the landmarks only from the brows. */
const AROUND_LANDMARKS = 1.9;
const AROUND_MESH = 1.5;
/** Side of an eye's picture, in widths of the eye. */
const AROUND_EYE = 2.3;
/** Lid points come first in what the iris net gives. */
const LIDS = 16;

export async function meshOf(nets: MeshNets, image: Pyramid, sighting: FaceSighting): Promise<FaceMesh> {
  const { right, left } = eyesOf(sighting);
  const first = await meshIn(nets, image, around(sighting.landmarks, right, left, AROUND_LANDMARKS));
  const [outerRight, outerLeft] = [first.points[RIGHT_EYE.outer], first.points[LEFT_EYE.outer]];
  const { points, presence } = await meshIn(
    nets,
    image,
    around(first.points, outerRight, outerLeft, AROUND_MESH),
  );
  return { points, presence, lids: await lidsOf(nets, image, points) };
}

async function meshIn(nets: MeshNets, image: Pyramid, cut: Similarity) {
  const { points, presence } = await nets.mesh(warp(image, cut, MESH_SIZE, MESH_SIZE));
  const scale = Math.hypot(cut.a, cut.b);
  return {
    presence,
    points: points.map(([u, v, depth]): SolidPoint => [...place(cut, u, v), depth * scale]),
  };
}

async function lidsOf(
  nets: MeshNets,
  image: Pyramid,
  points: readonly SolidPoint[],
): Promise<FaceMesh['lids']> {
  const cuts = [
    eyeCut(points[RIGHT_EYE.outer], points[RIGHT_EYE.inner]),
    eyeCut(points[LEFT_EYE.inner], points[LEFT_EYE.outer]),
  ];
  const [rightPicture, leftPicture] = cuts.map((cut) => warp(image, cut, EYE_SIZE, EYE_SIZE));
  const [right, left] = await nets.eyes([rightPicture, mirrored(leftPicture)]);
  return {
    right: right.slice(0, LIDS).map(([u, v]) => place(cuts[0], u, v)),
    left: left.slice(0, LIDS).map(([u, v]) => place(cuts[1], EYE_SIZE - u, v)),
  };
}

/** The square around points, turned so that the line between two of them is level. */
function around(
  points: readonly (Point | SolidPoint)[],
  from: Point | SolidPoint,
  to: Point | SolidPoint,
  margin: number,
): Similarity {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const [cosine, sine] = length > 0 ? [(to[0] - from[0]) / length, (to[1] - from[1]) / length] : [1, 0];
  const along = points.map(([x, y]) => x * cosine + y * sine);
  const down = points.map(([x, y]) => y * cosine - x * sine);
  const [left, right, top, bottom] = [
    Math.min(...along),
    Math.max(...along),
    Math.min(...down),
    Math.max(...down),
  ];
  const [u, v] = [(left + right) / 2, (top + bottom) / 2];
  const side = margin * Math.max(right - left, bottom - top);
  return square([u * cosine - v * sine, u * sine + v * cosine], [cosine, sine], side, MESH_SIZE);
}

function eyeCut(from: SolidPoint, to: SolidPoint): Similarity {
  const [x, y] = [to[0] - from[0], to[1] - from[1]];
  const width = Math.max(1, Math.hypot(x, y));
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  return square(middle, [x / width, y / width], AROUND_EYE * width, EYE_SIZE);
}

function square(middle: Point, [cosine, sine]: Point, side: number, pixels: number): Similarity {
  const half = side / 2;
  return {
    a: (cosine * side) / pixels,
    b: (sine * side) / pixels,
    x: middle[0] - half * (cosine - sine),
    y: middle[1] - half * (cosine + sine),
  };
}

function mirrored(picture: Uint8Array): Uint8Array {
  const out = new Uint8Array(picture.length);
  for (let y = 0; y < EYE_SIZE; y++)
    for (let x = 0; x < EYE_SIZE; x++) {
      const from = (y * EYE_SIZE + x) * 3;
      out.set(picture.subarray(from, from + 3), (y * EYE_SIZE + EYE_SIZE - 1 - x) * 3);
    }
  return out;
}
