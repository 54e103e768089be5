import { readFileSync } from 'node:fs';

/*
 * The scripts of the page, for a machine without fonts for them. They stand in the page itself, so that it
 * needs no second request from someone who has no session.
 */

const packages = {
  hi: 'noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
  pa: 'noto-sans-gurmukhi/400Regular/NotoSansGurmukhi_400Regular.ttf',
  ur: 'noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf',
};

/** CSS that gives each language its font, with the fonts inside, about 1 MB. */
export function fontRules(): string {
  return Object.entries(packages)
    .map(([language, path]) => {
      const font = readFileSync(new URL(import.meta.resolve(`@expo-google-fonts/${path}`)));
      return (
        `@font-face{font-family:font-${language};src:url(data:font/ttf;base64,${font.toString('base64')})}` +
        `[lang=${language}]{font-family:font-${language}}`
      );
    })
    .join('');
}
