/*
 * One frame out of a playing video or a canvas, as JPEG, and how bright it is: a covered lens gives frames that
 * are nearly black everywhere.
 */

export type FrameSource = HTMLVideoElement | HTMLCanvasElement;

export interface Frame {
  readonly jpeg: Blob;
  readonly width: number;
  readonly height: number;
  /** Mean brightness, 0 to 255. */
  readonly brightness: number;
}

const jpegQuality = 0.9;
const brightnessSide = 16;

/** Copies the picture as it is now, no wider than `maxWidth` pixels; null while the source has none yet. */
export function copyFrame(source: FrameSource, maxWidth: number): HTMLCanvasElement | null {
  const { width, height } = sizeOf(source);
  if (width === 0 || height === 0) return null;
  const scale = Math.min(1, maxWidth / width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Takes a frame no wider than `maxWidth` pixels; null while the source has no picture yet. */
export async function grabFrame(source: FrameSource, maxWidth: number): Promise<Frame | null> {
  const canvas = copyFrame(source, maxWidth);
  if (!canvas) return null;
  const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', jpegQuality));
  if (!jpeg) return null;
  return { jpeg, width: canvas.width, height: canvas.height, brightness: brightnessOf(canvas) };
}

function sizeOf(source: FrameSource): { readonly width: number; readonly height: number } {
  return source instanceof HTMLVideoElement
    ? { width: source.videoWidth, height: source.videoHeight }
    : { width: source.width, height: source.height };
}

function brightnessOf(source: HTMLCanvasElement): number {
  const small = document.createElement('canvas');
  small.width = brightnessSide;
  small.height = brightnessSide;
  const context = small.getContext('2d', { willReadFrequently: true });
  if (!context) return 0;
  context.drawImage(source, 0, 0, brightnessSide, brightnessSide);
  const { data } = context.getImageData(0, 0, brightnessSide, brightnessSide);
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) sum += (data[at] + data[at + 1] + data[at + 2]) / 3;
  return sum / (data.length / 4);
}
