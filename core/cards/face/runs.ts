import { createRequire } from 'node:module';
import type { Bidi } from 'bidi-js';
import { fontOf, type Script, scripts, type Weight } from './fonts.ts';

/*
 * A text as runs in the order they stand on the card: the Unicode Bidirectional Algorithm (UAX 9) gives each
 * character its direction, the script its font. Marks, spaces and digits take the font of the letters before
 * them where it has them. A character no font has keeps the Latin font, whose empty box shows that it is missing.
 */

export interface Run {
  readonly text: string;
  readonly script: Script;
  readonly rightToLeft: boolean;
}

/** Required, because its types describe an ES module and Node loads the CommonJS one. */
const bidiFactory: () => Bidi = createRequire(import.meta.url)('bidi-js');
const bidi = bidiFactory();
const byScript = scripts.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const);
const MARK = /\p{M}|\p{Cf}/u;
const RTL_LETTER = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Whether a text reads from right to left: whether its first letter does. */
export const readsRightToLeft = (text: string) => RTL_LETTER.test(text);

/** The runs of one line, leftmost first. */
export function runsOf(text: string, weight: Weight): Run[] {
  const { levels } = bidi.getEmbeddingLevels(text, readsRightToLeft(text) ? 'rtl' : 'ltr');
  const runs: { text: string; script: Script; level: number }[] = [];
  let index = 0;
  for (const character of text) {
    const level = levels[index];
    const last = runs.at(-1);
    const script = scriptOf(character, last?.script ?? nextScript(text, index), weight);
    if (last && last.level === level && last.script === script) last.text += character;
    else runs.push({ text: character, script, level });
    index += character.length;
  }
  return inVisualOrder(runs).map(({ level, ...run }) => ({ ...run, rightToLeft: level % 2 === 1 }));
}

function scriptOf(character: string, current: Script, weight: Weight): Script {
  const own = byScript.find(([, letters]) => letters.test(character))?.[0];
  if (own) return own;
  const codePoint = character.codePointAt(0) ?? 0;
  if (MARK.test(character) || fontOf(current, weight).has(codePoint)) return current;
  return scripts.find((script) => fontOf(script, weight).has(codePoint)) ?? 'Latin';
}

/** The script of the first letter from here on: what punctuation before it is drawn in. */
function nextScript(text: string, from: number): Script {
  for (const character of text.slice(from)) {
    const found = byScript.find(([, letters]) => letters.test(character));
    if (found) return found[0];
  }
  return 'Latin';
}

/** Rule L2: from the highest level down to the lowest odd one, reverse each stretch at that level or above. */
function inVisualOrder<R extends { readonly level: number }>(runs: readonly R[]): R[] {
  const order = [...runs];
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level--) {
    let start = 0;
    while (start < order.length) {
      let end = start;
      while (end < order.length && order[end].level >= level) end++;
      if (end > start) order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = end + 1;
    }
  }
  return order;
}
