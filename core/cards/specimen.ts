import type { Site } from '#core/site/site.ts';
import { type CardFace, defaultTemplate, drawCard } from './face/index.ts';

/* A card of nobody, for whoever designs a template: long names, every field, a code that no reader takes for a card. */

const nativeNames = {
  hi: 'महालक्ष्मी चट्टोपाध्याय',
  en: undefined,
  ur: 'مہالکشمی چٹوپادھیائے',
  pa: 'ਮਹਾਲਕਸ਼ਮੀ ਚੱਟੋਪਾਧਿਆਏ',
} as const;

/** As many letters as a card's text with two names and a guardian has, and as one with a photo. */
const codeOf = (letters: number) => 'SPECIMEN '.repeat(Math.ceil(letters / 9)).slice(0, letters);

/** Both sides of the site's card as a PDF. */
export async function drawSpecimen(site: Site): Promise<Uint8Array> {
  const { cardLanguage: language, programme, colour, organisation, cardTemplate = defaultTemplate } = site;
  const nativeName = nativeNames[language];
  const face: CardFace = {
    programme: { title: programme.en, titleNative: programme[language], language, colour, organisation },
    name: 'Mahalakshmi Chattopadhyay',
    ...(nativeName && { nativeName }),
    sex: 'Female',
    birth: '31-12-1999',
    guardian: 'Venkataraman Chattopadhyay',
    number: '000000000000',
    area: site.areas[0].district,
    issuedOn: '01-01-2026',
    expiresOn: '01-01-2036',
    qrText: codeOf(430),
    photoQrText: codeOf(1070),
    provisional: true,
  };
  const drawn = await drawCard(face, cardTemplate);
  if (drawn.outcome !== 'drawn') throw new Error('a checked template without room for its codes');
  return drawn.pdf;
}
