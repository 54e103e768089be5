import { chipPlacement, PADDINGS } from '../chip.ts';
import type { Nets } from '../nets/nets.ts';
import { CHIP_SIZE } from '../nets/sizes.ts';
import { builtInCalibration } from '../scores.ts';
import type { FaceModel, Recogniser } from './embedder.ts';

/** dlib's ResNet, from the face-api package: three chips of different padding. */
export const builtInModel: FaceModel = {
  id: 'face-api-resnet/1.7.15+three-chips-mirror',
  dimensions: 128,
  calibration: builtInCalibration,
};

export function builtInRecogniser(nets: Nets): Recogniser {
  return {
    model: builtInModel,
    chipSize: CHIP_SIZE,
    judgesStability: true,
    placements: (landmarks) => PADDINGS.map((padding) => chipPlacement(landmarks, padding)),
    describe: (chips) => nets.describe(chips),
  };
}
