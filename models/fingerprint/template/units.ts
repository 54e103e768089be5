/* The steps in which a template is stored. Extraction already rounds to them, so packing loses nothing. */

const stepsPerPixel = 4;
const anglesPerTurn = 256;
const qualitySteps = 31;
const mostPosition = 0x1fff;

const clamp = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));

/** Quarters of a pixel, in 13 bits. */
export const positionUnits = {
  pack: (pixels: number) => clamp(pixels * stepsPerPixel, mostPosition),
  unpack: (units: number) => units / stepsPerPixel,
  round: (pixels: number) => clamp(pixels * stepsPerPixel, mostPosition) / stepsPerPixel,
};

/** 256ths of a turn, in a byte. */
export const angleUnits = {
  pack: (radians: number) => Math.round((radians / (2 * Math.PI)) * anglesPerTurn) & (anglesPerTurn - 1),
  unpack: (units: number) => (units * 2 * Math.PI) / anglesPerTurn,
  round: (radians: number) => angleUnits.unpack(angleUnits.pack(radians)),
};

/** 31sts, in five bits. */
export const qualityUnits = {
  pack: (quality: number) => clamp(quality * qualitySteps, qualitySteps),
  unpack: (units: number) => units / qualitySteps,
  round: (quality: number) => clamp(quality * qualitySteps, qualitySteps) / qualitySteps,
};
