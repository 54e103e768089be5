import { contrast } from './colours.ts';
import { type Box, card } from './layout.ts';
import type { CardTemplate, Element } from './template.ts';
import { isGiven } from './words.ts';

/*
 * What a well-formed template can still get wrong, found when the site is laid out and not when a person waits for
 * the card: things off the card or too near its edge, over one another, codes too small for whole dots, texts nobody
 * wrote, colours nobody can read.
 */

type Path = readonly (string | number)[];
type Content = Pick<CardTemplate, 'front' | 'back' | 'texts' | 'colours'>;

/** Card printers cut and laminate unevenly: text keeps 3 mm from every edge, a code 2 mm. */
const TEXT_MARGIN = 3;
const CODE_MARGIN = 2;
/** Version 14 in four dots a module (QR-A); version 22 in three (QR-B): the photo's code needs more. */
const SMALLEST_CODE = { details: 27.5, photo: 28.8 } as const;
/** WCAG 2, level AA. */
const READABLE_CONTRAST = 4.5;
const ROUNDING = 1e-6;
const decoration = new Set<Element['kind']>(['band', 'rule', 'weave', 'rosette', 'provisional']);

/** The paths of what is wrong, none when the template makes a card. */
export function faultsOf(template: Content): Path[] {
  const faults: Path[] = [];
  for (const side of ['front', 'back'] as const) {
    for (const [index, element] of template[side].entries()) {
      const at = [side, index] as const;
      if (isOffCard(element)) faults.push([...at, element.kind === 'portrait' ? 'width' : 'box']);
      const before = template[side].slice(0, index).filter(({ kind }) => !decoration.has(kind));
      if (!decoration.has(element.kind) && before.some((other) => overlap(boxOf(element), boxOf(other))))
        faults.push([...at, element.kind === 'portrait' ? 'x' : 'box']);
      faults.push(...unknownTexts(element, template.texts).map((path) => [...at, ...path]));
    }
  }
  if (!holdsWhatACardNeeds(template.front)) faults.push(['front']);
  for (const colour of ['ink', 'label'] as const) {
    const chosen = template.colours[colour];
    if (chosen && contrast(chosen, '#ffffff') < READABLE_CONTRAST) faults.push(['colours', colour]);
  }
  return faults;
}

function isOffCard(element: Element): boolean {
  const { x, y, width, height } = boxOf(element);
  const margin = element.kind === 'qr' ? CODE_MARGIN : decoration.has(element.kind) ? 0 : TEXT_MARGIN;
  const edge = margin - ROUNDING;
  const tooSmall = element.kind === 'qr' && Math.min(width, height) < SMALLEST_CODE[element.holds];
  return tooSmall || x < edge || y < edge || x + width > card.width - edge || y + height > card.height - edge;
}

/** Where an element stands; a portrait is 3:4. */
export function boxOf(element: Element): Box {
  if (element.kind !== 'portrait') return element.box;
  const { x, y, width } = element;
  return { x, y, width, height: (width * 4) / 3 };
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x + one.width > other.x + ROUNDING &&
    other.x + other.width > one.x + ROUNDING &&
    one.y + one.height > other.y + ROUNDING &&
    other.y + other.height > one.y + ROUNDING
  );
}

function unknownTexts(element: Element, texts: Content['texts']): Path[] {
  if (element.kind !== 'texts') return [];
  return [...element.lines.entries()]
    .filter(([, { text }]) => !isGiven(text) && !Object.hasOwn(texts, text))
    .map(([line]) => ['lines', line, 'text']);
}

/** Whose card it is, its number, and the code. */
function holdsWhatACardNeeds(front: readonly Element[]): boolean {
  const named = front.some(
    (element) => element.kind === 'texts' && element.lines.some(({ text }) => text === 'name'),
  );
  const numbered = front.some(
    (element) => element.kind === 'fields' && element.rows.flat().includes('number'),
  );
  return named && numbered && front.some(({ kind }) => kind === 'qr');
}
