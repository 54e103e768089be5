import type { NetName } from '../weights.ts';

/** What runs the nets. The reference is tfjs-wasm; onnxruntime is several times faster and must give the same. */
export const backEnds = ['onnxruntime', 'tfjs-wasm'] as const;
export type BackEndName = (typeof backEnds)[number];

export interface BackEnd {
  readonly name: BackEndName;
  /**
   * Runs a net on square RGB pictures of `side` pixels, bytes row by row. A net's outputs, one array each:
   * - tinyFaceDetector, one picture: cells × cells × 5 anchors × (x, y, width, height, score)
   * - ssdMobilenetv1, one picture of 512: boxes (top, left, bottom, right, shares of the side), and their scores
   * - faceLandmark68Net, pictures of 112: 68 × (x, y) each, shares of the side
   * - faceRecognitionNet, pictures of 150: 128 numbers each
   */
  run(net: NetName, pictures: readonly Uint8Array[], side: number): Promise<readonly Float32Array[]>;
}
