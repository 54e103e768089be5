import type { Parts } from '#core/parts.ts';
import { birthAsText } from '#core/people/index.ts';
import { type Refused, refuse } from '#core/refusals/codes.ts';
import type { Person } from '#sync/packet/person.ts';
import { drawCard } from './face/index.ts';

/* A card of this kiosk as the PDF that is printed: from the record and the card's text to the face. */

type Needs = Pick<Parts, 'cards' | 'people' | 'site'>;

/** Draws a card as a PDF page of exactly ID-1 size. Refusal: card-not-found. */
export async function drawCardOf(
  { cards, people, site }: Needs,
  number: string,
): Promise<Uint8Array | Refused> {
  const card = cards.get(number);
  const known = card && people.get(card.personId);
  if (!card || !known) return refuse('card-not-found');
  const { person } = known;
  const portrait = people.portrait(card.personId);
  return drawCard({
    programme: {
      title: site.programme.en,
      titleNative: site.programme[site.cardLanguage],
      language: site.cardLanguage,
      colour: site.colour,
    },
    name: person.name,
    ...(person.nativeName && { nativeName: person.nativeName.text }),
    sex: sexInWords(person.sex, site.cardLanguage),
    birth: birthAsText(person.birth),
    ...(person.guardian && { guardian: person.guardian }),
    number,
    area: person.address.district,
    issuedOn: new Date(card.issuedAt * 1000).toISOString().slice(0, 10).split('-').reverse().join('-'),
    ...(portrait && { portrait }),
    qrText: card.qr,
    provisional: !card.lasting,
  });
}

const sexWords = {
  hi: { male: 'पुरुष', female: 'महिला', other: 'अन्य' },
  en: { male: 'Male', female: 'Female', other: 'Other' },
  ur: { male: 'مرد', female: 'عورت', other: 'دیگر' },
  pa: { male: 'ਮਰਦ', female: 'ਔਰਤ', other: 'ਹੋਰ' },
} as const;

function sexInWords(sex: Person['sex'], language: keyof typeof sexWords): string {
  return language === 'en' ? sexWords.en[sex] : `${sexWords[language][sex]} / ${sexWords.en[sex]}`;
}
