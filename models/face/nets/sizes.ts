/** Sides of the square inputs, pixels. The quick detector takes any multiple of 32. */
export const CAREFUL_SIZE = 512;
export const LANDMARK_SIZE = 112;
export const CHIP_SIZE = 150;
