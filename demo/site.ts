import { defaultTemplate, Site } from '#core/index.ts';
import { demoEmblem } from './emblem.ts';

/** The built-in demonstration: an invented district, simulated devices, an embedded central. */
export const demoSite: Site = Site.parse({
  version: 1,
  demo: true,
  mode: 'counter',
  programme: {
    en: 'Model State Health Card',
    hi: 'आदर्श राज्य स्वास्थ्य कार्ड',
    ur: 'ماڈل اسٹیٹ صحت کارڈ',
    pa: 'ਮਾਡਲ ਰਾਜ ਸਿਹਤ ਕਾਰਡ',
  },
  organisation: 'District Hospital, Model Nagar',
  issuer: 'https://health.model-state.example',
  colour: '#0b5f63',
  areas: [
    { district: 'Model Nagar', districtLgd: '900001', stateLgd: '900' },
    { district: 'Model Pur', districtLgd: '900002', stateLgd: '900' },
  ],
  languages: ['hi', 'en', 'ur', 'pa'],
  cardLanguage: 'hi',
  cardTemplate: { ...defaultTemplate, logo: demoEmblem },
  fingers: ['right-index', 'left-index'],
  consent: {
    version: 'demo-1',
    text: {
      en: 'The state health programme will keep your name, birth date, address, photo and fingerprints to give you a health card and to know you again at its hospitals. They are kept encrypted and given to nobody else. You may refuse the photo or the fingerprints and still get the same card. You may ask for your record to be corrected or removed at any hospital of the programme.',
      hi: 'राज्य स्वास्थ्य कार्यक्रम आपको स्वास्थ्य कार्ड देने और अपने अस्पतालों में आपको फिर से पहचानने के लिए आपका नाम, जन्म तिथि, पता, फ़ोटो और उँगलियों के निशान रखेगा। ये सुरक्षित (एन्क्रिप्टेड) रखे जाते हैं और किसी और को नहीं दिए जाते। आप फ़ोटो या उँगलियों के निशान देने से मना कर सकते हैं, तब भी आपको यही कार्ड मिलेगा। आप कार्यक्रम के किसी भी अस्पताल में अपनी जानकारी सुधारने या हटाने के लिए कह सकते हैं।',
      ur: 'ریاستی صحت پروگرام آپ کو صحت کارڈ دینے اور اپنے اسپتالوں میں آپ کو دوبارہ پہچاننے کے لیے آپ کا نام، تاریخِ پیدائش، پتہ، تصویر اور انگلیوں کے نشان رکھے گا۔ یہ محفوظ (خفیہ) رکھے جاتے ہیں اور کسی اور کو نہیں دیے جاتے۔ آپ تصویر یا انگلیوں کے نشان دینے سے انکار کر سکتے ہیں، تب بھی آپ کو یہی کارڈ ملے گا۔ آپ پروگرام کے کسی بھی اسپتال میں اپنی معلومات درست کرانے یا ہٹانے کے لیے کہہ سکتے ہیں۔',
      pa: 'ਰਾਜ ਸਿਹਤ ਪ੍ਰੋਗਰਾਮ ਤੁਹਾਨੂੰ ਸਿਹਤ ਕਾਰਡ ਦੇਣ ਅਤੇ ਆਪਣੇ ਹਸਪਤਾਲਾਂ ਵਿੱਚ ਤੁਹਾਨੂੰ ਮੁੜ ਪਛਾਣਨ ਲਈ ਤੁਹਾਡਾ ਨਾਮ, ਜਨਮ ਮਿਤੀ, ਪਤਾ, ਫੋਟੋ ਅਤੇ ਉਂਗਲਾਂ ਦੇ ਨਿਸ਼ਾਨ ਰੱਖੇਗਾ। ਇਹ ਸੁਰੱਖਿਅਤ (ਐਨਕ੍ਰਿਪਟਡ) ਰੱਖੇ ਜਾਂਦੇ ਹਨ ਅਤੇ ਕਿਸੇ ਹੋਰ ਨੂੰ ਨਹੀਂ ਦਿੱਤੇ ਜਾਂਦੇ। ਤੁਸੀਂ ਫੋਟੋ ਜਾਂ ਉਂਗਲਾਂ ਦੇ ਨਿਸ਼ਾਨ ਦੇਣ ਤੋਂ ਨਾਂਹ ਕਰ ਸਕਦੇ ਹੋ, ਤਾਂ ਵੀ ਤੁਹਾਨੂੰ ਇਹੀ ਕਾਰਡ ਮਿਲੇਗਾ। ਤੁਸੀਂ ਪ੍ਰੋਗਰਾਮ ਦੇ ਕਿਸੇ ਵੀ ਹਸਪਤਾਲ ਵਿੱਚ ਆਪਣੀ ਜਾਣਕਾਰੀ ਠੀਕ ਕਰਵਾਉਣ ਜਾਂ ਹਟਵਾਉਣ ਲਈ ਕਹਿ ਸਕਦੇ ਹੋ।',
    },
  },
  devices: { scanner: { kind: 'simulated' }, printer: { kind: 'folder', folder: 'cards' } },
  policies: { printQuality: 40, printAttempts: 3, pinAttempts: 5, lockOutMinutes: 5, cardYears: 10 },
  central: null,
});
