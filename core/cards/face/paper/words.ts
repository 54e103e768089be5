import type { CardLanguage } from '../words.ts';

/** What a paper form tells its bearer and the clerk who prints it. */
export interface PaperWords {
  readonly title: string;
  /** How a sheet becomes a card. */
  readonly steps: readonly string[];
  readonly spare: string;
  readonly scale: string;
  readonly slip: readonly string[];
}

export const paperWords: Readonly<Record<CardLanguage, PaperWords>> = {
  en: {
    title: 'Your health card, on paper',
    steps: [
      'Cut along the outer line.',
      'Fold along the dashed line, with the print outside.',
      'Glue the halves together, or have them laminated.',
      'Keep the rest of this sheet at home: its code works too.',
    ],
    spare: 'Spare code',
    scale: 'Print at 100 %: this line is 50 mm long.',
    slip: [
      'Show this slip at any hospital of the programme.',
      'Keep it dry and out of the sun: the print fades. Do not fold it across the code.',
    ],
  },
  hi: {
    title: 'आपका स्वास्थ्य कार्ड, काग़ज़ पर',
    steps: [
      'बाहर की रेखा पर काटें।',
      'कटी-कटी रेखा पर मोड़ें, छपाई बाहर रहे।',
      'दोनों हिस्से चिपकाएँ या लैमिनेट करवाएँ।',
      'बाकी काग़ज़ घर पर रखें: उसका कोड भी काम करता है।',
    ],
    spare: 'अतिरिक्त कोड',
    scale: '100 % पर छापें: यह रेखा 50 मिमी लंबी है।',
    slip: [
      'कार्यक्रम के हर अस्पताल में यह पर्ची दिखाएँ।',
      'इसे सूखा और धूप से दूर रखें: छपाई फीकी पड़ जाती है। कोड के ऊपर से न मोड़ें।',
    ],
  },
  ur: {
    title: 'آپ کا صحت کارڈ، کاغذ پر',
    steps: [
      'باہر والی لکیر پر کاٹیں۔',
      'کٹی ہوئی لکیر پر موڑیں، چھپائی باہر رہے۔',
      'دونوں حصے چپکا دیں یا لیمینیٹ کروائیں۔',
      'باقی کاغذ گھر پر رکھیں: اس کا کوڈ بھی کام کرتا ہے۔',
    ],
    spare: 'اضافی کوڈ',
    scale: '100 % پر چھاپیں: یہ لکیر 50 ملی میٹر لمبی ہے۔',
    slip: [
      'پروگرام کے ہر اسپتال میں یہ پرچی دکھائیں۔',
      'اسے خشک اور دھوپ سے دور رکھیں: چھپائی مدھم ہو جاتی ہے۔ کوڈ کے اوپر سے نہ موڑیں۔',
    ],
  },
  pa: {
    title: 'ਤੁਹਾਡਾ ਸਿਹਤ ਕਾਰਡ, ਕਾਗਜ਼ ਉੱਤੇ',
    steps: [
      'ਬਾਹਰਲੀ ਲਕੀਰ ਉੱਤੇ ਕੱਟੋ।',
      'ਟੁੱਟਵੀਂ ਲਕੀਰ ਉੱਤੇ ਮੋੜੋ, ਛਪਾਈ ਬਾਹਰ ਰਹੇ।',
      'ਦੋਵੇਂ ਹਿੱਸੇ ਜੋੜ ਦਿਓ ਜਾਂ ਲੈਮੀਨੇਟ ਕਰਵਾਓ।',
      'ਬਾਕੀ ਕਾਗਜ਼ ਘਰ ਰੱਖੋ: ਇਸ ਦਾ ਕੋਡ ਵੀ ਕੰਮ ਕਰਦਾ ਹੈ।',
    ],
    spare: 'ਵਾਧੂ ਕੋਡ',
    scale: '100 % ਉੱਤੇ ਛਾਪੋ: ਇਹ ਲਕੀਰ 50 ਮਿਮੀ ਲੰਮੀ ਹੈ।',
    slip: [
      'ਪ੍ਰੋਗਰਾਮ ਦੇ ਹਰ ਹਸਪਤਾਲ ਵਿੱਚ ਇਹ ਪਰਚੀ ਦਿਖਾਓ।',
      'ਇਸ ਨੂੰ ਸੁੱਕਾ ਤੇ ਧੁੱਪ ਤੋਂ ਦੂਰ ਰੱਖੋ: ਛਪਾਈ ਫਿੱਕੀ ਪੈ ਜਾਂਦੀ ਹੈ। ਕੋਡ ਦੇ ਉੱਪਰੋਂ ਨਾ ਮੋੜੋ।',
    ],
  },
};
