import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Blob, Face, Font } from 'harfbuzzjs';

/*
 * The fonts of a card: one family a script, two weights, loaded when first needed. Noto covers every letter the
 * programme's languages use; each family lacks the other scripts, so a text is drawn in runs.
 */

export const scripts = ['Latin', 'Devanagari', 'Gurmukhi', 'Arabic'] as const;
export type Script = (typeof scripts)[number];
export type Weight = 'regular' | 'bold';

const families = {
  Latin: ['noto-sans', 'NotoSans'],
  Devanagari: ['noto-sans-devanagari', 'NotoSansDevanagari'],
  Gurmukhi: ['noto-sans-gurmukhi', 'NotoSansGurmukhi'],
  Arabic: ['noto-nastaliq-urdu', 'NotoNastaliqUrdu'],
} as const;
const cuts = { regular: '400Regular', bold: '700Bold' } as const;

export interface CardFont {
  readonly font: Font;
  readonly unitsPerEm: number;
  has(codePoint: number): boolean;
  /** A glyph's outline as an SVG path in font units, y upwards; empty for a space. */
  outline(glyph: number): string;
}

const require = createRequire(import.meta.url);
const loaded = new Map<string, CardFont>();

/** The font of a script in a weight. */
export function fontOf(script: Script, weight: Weight): CardFont {
  const key = `${script} ${weight}`;
  const font = loaded.get(key) ?? load(script, weight);
  loaded.set(key, font);
  return font;
}

function load(script: Script, weight: Weight): CardFont {
  const [name, file] = families[script];
  const path = require.resolve(`@expo-google-fonts/${name}/${cuts[weight]}/${file}_${cuts[weight]}.ttf`);
  const face = new Face(new Blob(readFileSync(path)));
  const font = new Font(face);
  const characters = new Set(face.collectUnicodes());
  const outlines = new Map<number, string>();
  return {
    font,
    unitsPerEm: face.upem,
    has: (codePoint) => characters.has(codePoint),
    outline(glyph) {
      const outline = outlines.get(glyph) ?? font.glyphToPath(glyph);
      outlines.set(glyph, outline);
      return outline;
    },
  };
}
