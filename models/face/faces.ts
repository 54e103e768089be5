/** Finding faces: detector, then landmarks, in pixels of the full image whatever its size. */
import type { FaceBox, FaceSighting, Point, RgbImage } from './image.ts';
import type { Nets } from './nets/nets.ts';
import { CAREFUL_SIZE, LANDMARK_SIZE } from './nets/sizes.ts';
import { type Pyramid, place, type Similarity, warp } from './warp.ts';

interface Look {
  readonly size: number;
  readonly zoom: number;
  /** With the shadows lifted. */
  readonly lifted?: boolean;
}

/**
 * Looks with the quick detector: the side of its input, and how far the image is shrunk within it. The detector knows
 * faces of a certain size best: of 30 near faces missed at 416, 26 were found at 224. A face that fills the picture is
 * found once there is room around it.
 */
const NEAR: Look = { size: 224, zoom: 1 };
const FAR: Look = { size: 320, zoom: 1 };
const FILLING: Look = { size: 224, zoom: 0.5 };

/**
 * In dim light the detector loses dark faces first: at a sixth of the light it missed 17 of 18 studio portraits of Black
 * people and 5 of 68 of white ones; with the shadows lifted, 2 and none. So where nothing is seen it looks again like that.
 */
const DIM: readonly Look[] = [
  { ...NEAR, lifted: true },
  { ...FAR, lifted: true },
];
const LIFT = 0.45;
const lift = Uint8Array.from({ length: 256 }, (_, level) => Math.round(255 * (level / 255) ** LIFT));

/** Faces in a live frame, the largest first. */
export async function findLive(nets: Nets, image: Pyramid): Promise<FaceBox[]> {
  return firstSight(nets, image, [NEAR, FAR, FILLING, ...DIM]);
}

async function firstSight(nets: Nets, image: Pyramid, looks: readonly Look[]): Promise<FaceBox[]> {
  for (const look of looks) {
    const found = await quickly(nets, image, look);
    if (found.length) return found;
  }
  return [];
}

/** One face this wide, as a share of the picture's smaller side, and this near the middle, is the portrait's own. */
const PROMINENT = 0.25;
const ASIDE = 0.2;

/**
 * Faces in a still, the largest first. Where the quick detector sees one prominent face, from near and from afar, it is
 * right and its boxes suit the landmarks best. Otherwise the careful one decides, unless that sees nothing at all: the
 * quick one may have missed the person in front and found somebody in the background. A second person whom only the
 * quick one is sure of counts as well: in a wide picture of two the careful one often sees one.
 */
export async function findStill(nets: Nets, image: Pyramid): Promise<FaceBox[]> {
  const near = await quickly(nets, image, NEAR);
  const far = await quickly(nets, image, FAR);
  const quick = near.length ? near : far;
  const most = Math.max(standingOut(near).length, standingOut(far).length);
  if (most === 1 && isProminent(quick[0], image)) return quick;
  const careful = await carefully(nets, image);
  if (careful.length) return withOthers(careful, far);
  return quick.length ? quick : firstSight(nets, image, [FILLING, ...DIM]);
}

/** The quick detector is sure of a face from this score. */
const SURE = 0.6;

function withOthers(faces: readonly FaceBox[], others: readonly FaceBox[]): FaceBox[] {
  const more = others.filter((other) => other.score >= SURE && !faces.some((face) => isSame(face, other)));
  return [...faces, ...more].toSorted((one, other) => area(other) - area(one));
}

function isProminent(face: FaceBox, { width, height }: RgbImage): boolean {
  const [x, y] = middle(face);
  const inside = Math.abs(x / width - 0.5) < ASIDE && Math.abs(y / height - 0.5) < ASIDE;
  return inside && face.width > PROMINENT * Math.min(width, height);
}

/** A face this much smaller than the largest, by area, is somebody in the background. */
const BACKGROUND = 0.15;

/** The faces that stand before the camera, the largest first. */
export function standingOut(faces: readonly FaceBox[]): FaceBox[] {
  const largest = Math.max(0, ...faces.map(area));
  return faces.filter((face) => area(face) >= BACKGROUND * largest);
}

/** The face nearest the middle of the picture, where whoever took it meant it to be. */
export function central(faces: readonly FaceBox[], { width, height }: RgbImage): FaceBox {
  const away = (face: FaceBox) => {
    const [x, y] = middle(face);
    return Math.hypot(x - width / 2, y - height / 2);
  };
  return faces.reduce((best, face) => (away(face) < away(best) ? face : best));
}

async function quickly(nets: Nets, image: Pyramid, { size, zoom, lifted }: Look): Promise<FaceBox[]> {
  const whole = wholeImage(image, size * zoom);
  const seen = warp(image, whole, size, size);
  return inImage(await nets.findQuickly(lifted ? seen.map((level) => lift[level]) : seen, size), whole);
}

async function carefully(nets: Nets, image: Pyramid): Promise<FaceBox[]> {
  const whole = wholeImage(image, CAREFUL_SIZE);
  return inImage(await nets.findCarefully(warp(image, whole, CAREFUL_SIZE, CAREFUL_SIZE)), whole);
}

/** The 68 landmarks of the face in the box. */
export async function sight(nets: Nets, image: Pyramid, box: FaceBox): Promise<FaceSighting> {
  const side = Math.max(box.width, box.height);
  const crop: Similarity = {
    a: side / LANDMARK_SIZE,
    b: 0,
    x: box.x + (box.width - side) / 2,
    y: box.y + (box.height - side) / 2,
  };
  const points = await nets.landmarks(warp(image, crop, LANDMARK_SIZE, LANDMARK_SIZE));
  return { box, landmarks: points.map(([u, v]): Point => place(crop, u, v)) };
}

/** The whole image shrunk into the top left of a square. */
function wholeImage({ width, height }: RgbImage, size: number): Similarity {
  return { a: Math.max(width, height) / size, b: 0, x: 0, y: 0 };
}

function inImage(boxes: readonly FaceBox[], { a: scale }: Similarity): FaceBox[] {
  const found = boxes.map((box) => ({
    x: box.x * scale,
    y: box.y * scale,
    width: box.width * scale,
    height: box.height * scale,
    score: box.score,
  }));
  return withoutGhosts(found).toSorted((one, other) => area(other) - area(one));
}

/** Two boxes that share this much of the smaller are one face, or a ghost between two: the surer one stays. */
const SHARED = 0.35;

function withoutGhosts(boxes: readonly FaceBox[]): FaceBox[] {
  const kept: FaceBox[] = [];
  for (const box of boxes.toSorted((one, other) => other.score - one.score)) {
    if (!kept.some((sure) => isSame(sure, box))) kept.push(box);
  }
  return kept;
}

function isSame(one: FaceBox, other: FaceBox): boolean {
  return shared(one, other) > SHARED * Math.min(area(one), area(other));
}

function middle({ x, y, width, height }: FaceBox): Point {
  return [x + width / 2, y + height / 2];
}

function area({ width, height }: FaceBox): number {
  return width * height;
}

function shared(one: FaceBox, other: FaceBox): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}
