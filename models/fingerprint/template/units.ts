/* The steps in which a template is stored. Extraction already rounds to them, so packing loses nothing. */

const stepsPerPixel = 8;
const anglesPerTurn = 256;
const qualitySteps = 127;
const mostPosition = 0xffff;

const clamp = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));

/** Eighths of a pixel, in 16 bits. */
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

/** 127ths, in seven bits. */
export const qualityUnits = {
  pack: (quality: number) => clamp(quality * qualitySteps, qualitySteps),
  unpack: (units: number) => units / qualitySteps,
  round: (quality: number) => clamp(quality * qualitySteps, qualitySteps) / qualitySteps,
};
