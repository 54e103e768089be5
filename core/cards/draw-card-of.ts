import type { Parts } from '#core/parts.ts';
import { birthAsText } from '#core/people/index.ts';
import { type Refused, refuse } from '#core/refusals/codes.ts';
import { readCard } from '#health-card/index.ts';
import type { Person } from '#sync/packet/person.ts';
import type { Card } from './cards.ts';
import { type CardFace, defaultTemplate, drawCard, drawPaper } from './face/index.ts';

/* From a signed card and the record of its holder to what is printed. */

type Needs = Pick<Parts, 'cards' | 'people' | 'site'>;

export const cardForms = ['card', 'a4', 'slip'] as const;
/** ID-1 for a card printer; on paper a sheet of A4 to cut and fold, or a slip of 80 mm. */
export type CardForm = (typeof cardForms)[number];

/** Draws a card as a PDF; as `card`, each side is a page of exactly ID-1 size. Refusals: card-not-found, card-text-too-long. */
export async function drawCardOf(
  parts: Needs,
  number: string,
  form: CardForm = 'card',
): Promise<Uint8Array | Refused> {
  const holder = holderOf(parts, number);
  if (holder === null) return refuse('card-not-found');
  const { face, language } = holder;
  const { cardTemplate: template = defaultTemplate, cardSides } = parts.site;
  const drawn =
    form === 'card'
      ? await drawCard(face, template, cardSides === 'both' ? ['front', 'back'] : ['front'])
      : await drawPaper(form, face, template, language);
  return drawn.outcome === 'drawn' ? drawn.pdf : refuse('card-text-too-long');
}

function holderOf(
  { cards, people, site }: Needs,
  number: string,
): { face: CardFace; language: Person['language'] } | null {
  const card = cards.get(number);
  const known = card && people.get(card.personId);
  if (!card || !known) return null;
  const { person } = known;
  const portrait = people.portrait(card.personId);
  const face = {
    programme: {
      title: site.programme.en,
      titleNative: site.programme[site.cardLanguage],
      language: site.cardLanguage,
      colour: site.colour,
      organisation: site.organisation,
    },
    name: person.name,
    ...(person.nativeName && { nativeName: person.nativeName.text }),
    sex: sexInWords(person.sex, site.cardLanguage),
    birth: birthAsText(person.birth),
    ...(person.guardian && { guardian: person.guardian }),
    number,
    area: person.address.district,
    issuedOn: dayOf(card.issuedAt),
    ...expiryOf(card),
    ...(portrait && { portrait }),
    qrText: card.qr,
    ...(card.backQr !== null && { photoQrText: card.backQr }),
    provisional: !card.lasting,
  };
  return { face, language: person.language };
}

/** What is printed is what was signed. */
function expiryOf({ qr }: Card): Pick<CardFace, 'expiresOn'> {
  const read = readCard(qr);
  const expiresAt = read.outcome === 'read' ? read.claims.expiresAt : undefined;
  return expiresAt === undefined ? {} : { expiresOn: dayOf(expiresAt) };
}

const dayOf = (seconds: number) =>
  new Date(seconds * 1000).toISOString().slice(0, 10).split('-').reverse().join('-');

const sexWords = {
  hi: { male: 'पुरुष', female: 'महिला', other: 'अन्य' },
  en: { male: 'Male', female: 'Female', other: 'Other' },
  ur: { male: 'مرد', female: 'عورت', other: 'دیگر' },
  pa: { male: 'ਮਰਦ', female: 'ਔਰਤ', other: 'ਹੋਰ' },
} as const;

function sexInWords(sex: Person['sex'], language: keyof typeof sexWords): string {
  return language === 'en' ? sexWords.en[sex] : `${sexWords[language][sex]} / ${sexWords.en[sex]}`;
}
