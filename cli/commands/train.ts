import { Command } from 'commander';
import { trainFaceQualityCommand } from '../training/face-quality.ts';
import { trainFingerprint } from '../training/fingerprint.ts';
import { trainPrintQuality } from '../training/print-quality.ts';

export const trainCommand = new Command('train')
  .description('Learn what an engine is told by labelled pictures')
  .addCommand(trainFingerprint)
  .addCommand(trainPrintQuality)
  .addCommand(trainFaceQualityCommand);
