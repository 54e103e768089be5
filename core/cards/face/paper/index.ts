import { type Drawn, prepareCard } from '../draw-card.ts';
import type { CardFace } from '../face.ts';
import { pdfOf } from '../page.ts';
import type { CardTemplate } from '../template.ts';
import type { CardLanguage } from '../words.ts';
import { sheetPage } from './sheet.ts';
import { slipPage } from './slip.ts';

const pages = { a4: sheetPage, slip: slipPage } as const;
export type PaperForm = keyof typeof pages;

/** A card on paper, for a camp without a card printer, with instructions in the person's language. */
export async function drawPaper(
  form: PaperForm,
  face: CardFace,
  template: CardTemplate,
  language: CardLanguage,
): Promise<Drawn> {
  const drawing = await prepareCard(face, template);
  const page = drawing && (await pages[form](drawing, language));
  return page ? { outcome: 'drawn', pdf: await pdfOf([page]) } : { outcome: 'qr-too-long' };
}
