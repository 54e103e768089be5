/* What can be measured of a face picture: the measures of ISO/IEC 29794-5 that matter for matching, in raw units. */
import { eyesOf, headLength, poseOf } from '../geometry.ts';
import type { FaceBox, FaceSighting, RgbImage } from '../image.ts';
import { shortage } from '../token-crop.ts';
import { type Features, featuresOf } from './features.ts';
import { type Light, lightOf, luminanceOf } from './light.ts';
import { sharpnessOf } from './sharpness.ts';

export interface FaceMeasures extends Light, Features {
  /** What edges remain at two pixels of the chip of those at four, in hundredths. */
  readonly sharpness: number;
  /** Degrees. */
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
  /** Between the eyes, pixels, as if the head were not turned. */
  readonly eyeDistance: number;
  /** From the eyes to the chin, as a share of the picture's height. */
  readonly size: number;
  /** Of the room that a token image needs beside, above and below the eyes, the share there is where it is scarcest, 0..1. */
  readonly margin: number;
  /** Area of the next largest face against this one; 0 when alone. */
  readonly company: number;
  /** How far the recogniser agrees with itself (`Embedding.stability`); null where it was not asked, or means nothing. */
  readonly stability: number | null;
}

/** Beyond this angle the cosine says more of the estimate than of the head. */
const FURTHEST_YAW = 60;

/**
 * @param faces all that stand before the camera, this one among them
 * @param chip of the face, as `chipPlacement` cuts it
 */
export function measuresOf(
  image: Pick<RgbImage, 'width' | 'height'>,
  sighting: FaceSighting,
  faces: readonly FaceBox[],
  chip: Uint8Array,
  stability: number | null,
): FaceMeasures {
  const pose = poseOf(sighting);
  const luminance = luminanceOf(chip);
  const light = lightOf(luminance);
  const turned = (Math.min(Math.abs(pose.yaw), FURTHEST_YAW) * Math.PI) / 180;
  return {
    ...pose,
    ...light,
    sharpness: sharpnessOf(luminance),
    ...featuresOf(luminance, light.span),
    eyeDistance: eyesOf(sighting).distance / Math.cos(turned),
    size: headLength(sighting) / image.height,
    margin: 1 - shortage(sighting, image),
    company: companyOf(sighting.box, faces),
    stability,
  };
}

function companyOf(own: FaceBox, faces: readonly FaceBox[]): number {
  const others = faces.filter((face) => face !== own).map(areaOf);
  return Math.min(1, Math.max(0, ...others) / areaOf(own));
}

function areaOf({ width, height }: FaceBox): number {
  return width * height;
}
