export const cardLanguages = ['hi', 'en', 'ur', 'pa'] as const;
export type CardLanguage = (typeof cardLanguages)[number];

/** What a card can say of its holder, each with a label. */
export const fieldNames = [
  'sex',
  'birth',
  'guardian',
  'area',
  'number',
  'issued',
  'expires',
  'organisation',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** Texts that the site or the person gives; a template adds its own. */
export const givenTexts = ['programme', 'organisation', 'name', 'native-name'] as const;
export type GivenText = (typeof givenTexts)[number];

export const isGiven = (text: string): text is GivenText => givenTexts.some((given) => given === text);

/** What stands printed on every card, in the programme's language and in English. */
const english = {
  sex: 'Sex',
  birth: 'Birth',
  guardian: 'Guardian',
  area: 'District',
  number: 'Card number',
  issued: 'Issued',
  expires: 'Valid until',
  organisation: 'Issued by',
  provisional: 'PROVISIONAL',
} as const satisfies Record<FieldName | 'provisional', string>;

type Words = { readonly [Word in keyof typeof english]: string };

const native: Record<CardLanguage, Words> = {
  en: english,
  hi: {
    sex: 'लिंग',
    birth: 'जन्म',
    guardian: 'अभिभावक',
    area: 'ज़िला',
    number: 'कार्ड संख्या',
    issued: 'जारी',
    expires: 'वैधता',
    organisation: 'जारीकर्ता',
    provisional: 'अस्थायी',
  },
  pa: {
    sex: 'ਲਿੰਗ',
    birth: 'ਜਨਮ',
    guardian: 'ਸਰਪ੍ਰਸਤ',
    area: 'ਜ਼ਿਲ੍ਹਾ',
    number: 'ਕਾਰਡ ਨੰਬਰ',
    issued: 'ਜਾਰੀ',
    expires: 'ਮਿਆਦ',
    organisation: 'ਜਾਰੀਕਰਤਾ',
    provisional: 'ਆਰਜ਼ੀ',
  },
  ur: {
    sex: 'جنس',
    birth: 'پیدائش',
    guardian: 'سرپرست',
    area: 'ضلع',
    number: 'کارڈ نمبر',
    issued: 'اجرا',
    expires: 'کارآمد تا',
    organisation: 'جاری کنندہ',
    provisional: 'عارضی',
  },
};

/** A label in both languages, or once where they are the same. */
export function labelOf(word: keyof Words, language: CardLanguage): string {
  return language === 'en' ? english[word] : `${native[language][word]} / ${english[word]}`;
}
