import { Buffer, Direction, shape } from 'harfbuzzjs';
import { fontOf, type Weight } from './fonts.ts';
import { type Run, runsOf } from './runs.ts';

/*
 * Text into glyphs. HarfBuzz shapes each run: it joins, reorders and stacks letters as their script asks, which
 * PDF libraries do only for some scripts. All lengths are in ems, so one shaping serves every size.
 */

export interface PlacedGlyph {
  /** SVG path in font units, y upwards. */
  readonly outline: string;
  /** Ems a font unit. */
  readonly unit: number;
  /** Origin, from the line's left end and its baseline, y upwards. */
  readonly x: number;
  readonly y: number;
}

export interface ShapedLine {
  readonly glyphs: readonly PlacedGlyph[];
  /** All ink stands within it, also where a letter leans out of its own advance. */
  readonly width: number;
  /** How far the line reaches above and below its baseline, at least as far as plain Latin text does. */
  readonly above: number;
  readonly below: number;
}

/** What plain text of capitals and descenders takes: lines of one kind keep one rhythm. */
const PLAIN_ABOVE = 0.76;
const PLAIN_BELOW = 0.24;
const scriptTags = { Latin: 'Latn', Devanagari: 'Deva', Gurmukhi: 'Guru', Arabic: 'Arab' } as const;
const languages = { Latin: 'en', Devanagari: 'hi', Gurmukhi: 'pa', Arabic: 'ur' } as const;

/** Shapes one line of text. Control characters become spaces; a missing character shows as an empty box. */
export function shapeLine(text: string, weight: Weight): ShapedLine {
  const glyphs: PlacedGlyph[] = [];
  const line = { width: 0, above: PLAIN_ABOVE, below: PLAIN_BELOW };
  const ink = { left: 0, right: 0 };
  for (const run of runsOf(text.replaceAll(/\p{Cc}/gu, ' '), weight)) {
    const { font, unitsPerEm, outline } = fontOf(run.script, weight);
    const unit = 1 / unitsPerEm;
    const buffer = bufferOf(run);
    shape(font, buffer);
    for (const {
      codepoint: glyph,
      xAdvance = 0,
      xOffset = 0,
      yOffset = 0,
    } of buffer.getGlyphInfosAndPositions()) {
      const x = line.width + xOffset * unit;
      const y = yOffset * unit;
      glyphs.push({ outline: outline(glyph), unit, x, y });
      const extents = font.glyphExtents(glyph);
      if (extents) {
        const { xBearing, yBearing, width, height } = extents;
        ink.left = Math.min(ink.left, x + xBearing * unit);
        ink.right = Math.max(ink.right, x + (xBearing + width) * unit);
        line.above = Math.max(line.above, y + yBearing * unit);
        line.below = Math.max(line.below, -(y + (yBearing + height) * unit));
      }
      line.width += xAdvance * unit;
    }
  }
  const width = Math.max(line.width, ink.right) - ink.left;
  return { ...line, width, glyphs: glyphs.map((glyph) => ({ ...glyph, x: glyph.x - ink.left })) };
}

function bufferOf({ text, script, rightToLeft }: Run): Buffer {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.setDirection(rightToLeft ? Direction.RTL : Direction.LTR);
  buffer.setScript(scriptTags[script]);
  buffer.setLanguage(languages[script]);
  return buffer;
}
