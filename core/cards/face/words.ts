/** What stands printed on every card, in the programme's language and in English. */
const english = {
  sex: 'Sex',
  birth: 'Birth',
  guardian: 'Guardian',
  area: 'District',
  number: 'Card number',
  issued: 'Issued',
  provisional: 'PROVISIONAL',
} as const;

type Words = { readonly [Word in keyof typeof english]: string };
export type CardLanguage = 'hi' | 'en' | 'ur' | 'pa';

const native: Record<CardLanguage, Words> = {
  en: english,
  hi: {
    sex: 'लिंग',
    birth: 'जन्म',
    guardian: 'अभिभावक',
    area: 'ज़िला',
    number: 'कार्ड संख्या',
    issued: 'जारी',
    provisional: 'अस्थायी',
  },
  pa: {
    sex: 'ਲਿੰਗ',
    birth: 'ਜਨਮ',
    guardian: 'ਸਰਪ੍ਰਸਤ',
    area: 'ਜ਼ਿਲ੍ਹਾ',
    number: 'ਕਾਰਡ ਨੰਬਰ',
    issued: 'ਜਾਰੀ',
    provisional: 'ਆਰਜ਼ੀ',
  },
  ur: {
    sex: 'جنس',
    birth: 'پیدائش',
    guardian: 'سرپرست',
    area: 'ضلع',
    number: 'کارڈ نمبر',
    issued: 'اجرا',
    provisional: 'عارضی',
  },
};

/** A label in both languages, or once where they are the same. */
export function labelOf(word: keyof Words, language: CardLanguage): string {
  return language === 'en' ? english[word] : `${native[language][word]} / ${english[word]}`;
}
