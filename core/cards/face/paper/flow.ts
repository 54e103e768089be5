import { drawFitted } from '../draw-text.ts';
import { fitText, heightOf } from '../fit.ts';
import type { Align, Box } from '../layout.ts';
import { readsRightToLeft } from '../runs.ts';

type Doc = PDFKit.PDFDocument;

/** Something drawn at a height that what stands above it decides. */
export interface Block {
  /** Millimetres, with the space after it. */
  readonly height: number;
  draw(doc: Doc, y: number): void;
}

export interface Lettering {
  readonly size: number;
  readonly bold?: boolean;
  /** Without it, the side from which the text is read. */
  readonly align?: Align;
  readonly colour?: string;
  /** Space below, in mm. */
  readonly after?: number;
}

const ENDLESS = 1000;

/** A paragraph as high as it needs to be. */
export function paragraph(text: string, column: Pick<Box, 'x' | 'width'>, lettering: Lettering): Block {
  const { size, bold = false, after = 1, colour = '#000000' } = lettering;
  const align = lettering.align ?? (readsRightToLeft(text) ? 'right' : 'left');
  const endless = { ...column, y: 0, height: ENDLESS, size, bold, align };
  const fitted = fitText(text, endless);
  const height = heightOf(fitted);
  return {
    height: height + after,
    draw: (doc, y) => drawFitted(doc, fitted, { ...endless, y, height }, colour),
  };
}

export const space = (height: number): Block => ({ height, draw: () => undefined });

export const heightOfAll = (blocks: readonly Block[]) => blocks.reduce((sum, { height }) => sum + height, 0);

/** Draws blocks one below the other. */
export function drawBlocks(doc: Doc, blocks: readonly Block[], top: number): void {
  let y = top;
  for (const block of blocks) {
    block.draw(doc, y);
    y += block.height;
  }
}
