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
  const line = { glyphs: [] as PlacedGlyph[], width: 0, above: PLAIN_ABOVE, below: PLAIN_BELOW };
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
      const y = yOffset * unit;
      line.glyphs.push({ outline: outline(glyph), unit, x: line.width + xOffset * unit, y });
      const ink = font.glyphExtents(glyph);
      if (ink) {
        line.above = Math.max(line.above, y + ink.yBearing * unit);
        line.below = Math.max(line.below, -(y + (ink.yBearing + ink.height) * unit));
      }
      line.width += xAdvance * unit;
    }
  }
  return line;
}

function bufferOf({ text, script, rightToLeft }: Run): Buffer {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.setDirection(rightToLeft ? Direction.RTL : Direction.LTR);
  buffer.setScript(scriptTags[script]);
  buffer.setLanguage(languages[script]);
  return buffer;
}
