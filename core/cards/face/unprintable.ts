import { fontOf, scripts } from './fonts.ts';
import { rasteriseLogo } from './logo.ts';
import type { CardTemplate } from './template.ts';

/**
 * What only the fonts and the picture itself can tell of a template: the paths of texts with a letter that no font
 * has, and of a logo that is no picture.
 */
export async function unprintableIn({ texts, logo }: CardTemplate): Promise<string[]> {
  const paths = Object.entries(texts).flatMap(([name, inLanguages]) =>
    Object.entries(inLanguages)
      .filter(([, text]) => !hasLetters(text))
      .map(([language]) => `texts.${name}.${language}`),
  );
  const noPicture = logo !== undefined && (await rasteriseLogo(logo)) === null;
  return noPicture ? [...paths, 'logo'] : paths;
}

const UNSEEN = /\p{C}|\p{Z}/u;

const hasLetters = (text: string) =>
  [...text].every((letter) => {
    const codePoint = letter.codePointAt(0) ?? 0;
    return UNSEEN.test(letter) || scripts.some((script) => fontOf(script, 'regular').has(codePoint));
  });
