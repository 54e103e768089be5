/** The four nets of face-api: fixed-size pictures in, boxes, points and numbers out. They live in one worker thread. */
import type { FaceBox, Point } from '../image.ts';
import type { BackEnd, BackEndName } from './back-end.ts';
import { CAREFUL_SIZE, CHIP_SIZE, LANDMARK_SIZE } from './sizes.ts';

/** Inputs are RGB bytes, row-major; boxes and points come back in pixels of the input. */
export interface Nets {
  readonly backEnd: BackEndName;
  /** TinyFaceDetector: quick, misses small and tilted faces; `size` is a multiple of 32. One face may give many boxes. */
  findQuickly(input: Uint8Array, size: number): Promise<FaceBox[]>;
  /** SSD MobileNet on 512 × 512: thirty times as slow, its weights loaded when first needed. */
  findCarefully(input: Uint8Array): Promise<FaceBox[]>;
  /** 68 landmarks of the one face that fills the 112 × 112 input. */
  landmarks(input: Uint8Array): Promise<Point[]>;
  /** The raw descriptor (128 numbers, not normalised) of each 150 × 150 chip. */
  describe(chips: readonly Uint8Array[]): Promise<Float32Array[]>;
}

/** Below this score a "face" is mostly a hand, a lamp or a pattern on a cloth. */
const LEAST_SCORE = 0.5;

export function netsOn(backEnd: BackEnd): Nets {
  return {
    backEnd: backEnd.name,
    async findQuickly(input, size) {
      const [cells] = await backEnd.run('tinyFaceDetector', [input], size);
      return boxesOfCells(cells, size);
    },
    async findCarefully(input) {
      const [boxes, scores] = await backEnd.run('ssdMobilenetv1', [input], CAREFUL_SIZE);
      return boxesWithin(boxes, scores);
    },
    async landmarks(input) {
      const [shares] = await backEnd.run('faceLandmark68Net', [input], LANDMARK_SIZE);
      return Array.from({ length: shares.length / 2 }, (_, i) => [
        shares[2 * i] * LANDMARK_SIZE,
        shares[2 * i + 1] * LANDMARK_SIZE,
      ]);
    },
    async describe(chips) {
      const [numbers] = await backEnd.run('faceRecognitionNet', chips, CHIP_SIZE);
      const dimensions = numbers.length / chips.length;
      return chips.map((_, i) => numbers.slice(i * dimensions, (i + 1) * dimensions));
    },
  };
}

/** Widths and heights of the faces TinyFaceDetector looks for, in cells. */
const anchors: readonly Point[] = [
  [1.603231, 2.094468],
  [6.041143, 7.080126],
  [2.882459, 3.518061],
  [4.266906, 5.178857],
  [9.041765, 10.66308],
];
const NUMBERS = 5;

/** Each cell has a box for each anchor: its middle within the cell, its growth, its score (YOLOv2). */
function boxesOfCells(values: Float32Array, size: number): FaceBox[] {
  const cells = Math.sqrt(values.length / (anchors.length * NUMBERS));
  const cell = size / cells;
  const boxes: FaceBox[] = [];
  for (let at = 0; at < values.length; at += NUMBERS) {
    const score = sigmoid(values[at + 4]);
    if (score <= LEAST_SCORE) continue;
    const place = at / NUMBERS;
    const [across, down] = anchors[place % anchors.length];
    const column = Math.floor(place / anchors.length) % cells;
    const row = Math.floor(place / anchors.length / cells);
    const width = Math.exp(values[at + 2]) * across * cell;
    const height = Math.exp(values[at + 3]) * down * cell;
    const x = (column + sigmoid(values[at])) * cell - width / 2;
    const y = (row + sigmoid(values[at + 1])) * cell - height / 2;
    boxes.push({ x, y, width, height, score });
  }
  return boxes;
}

function boxesWithin(boxes: Float32Array, scores: Float32Array): FaceBox[] {
  const found: FaceBox[] = [];
  scores.forEach((score, i) => {
    if (score <= LEAST_SCORE) return;
    const [top, left, bottom, right] = boxes
      .subarray(4 * i, 4 * i + 4)
      .map((share) => Math.max(0, Math.min(1, share)) * CAREFUL_SIZE);
    found.push({ x: left, y: top, width: right - left, height: bottom - top, score });
  });
  return found;
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
