import { createHash } from 'node:crypto';
import { fontRules } from './launcher-fonts.ts';

/*
 * The page for somebody who opened the kiosk's address by hand: in every language of the kiosk, for nobody has
 * chosen one yet.
 */

const texts = [
  {
    language: 'hi',
    direction: 'ltr',
    heading: 'कियोस्क को उसके आइकन से खोलें',
    text: 'यह पता केवल उसी विंडो में चलता है जिसे कियोस्क खुद खोलता है। यह पन्ना बंद करें और कियोस्क फिर से शुरू करें।',
  },
  {
    language: 'en',
    direction: 'ltr',
    heading: 'Open the kiosk from its icon',
    text: 'This address works only in the window that the kiosk opens itself. Close this page and start the kiosk again.',
  },
  {
    language: 'ur',
    direction: 'rtl',
    heading: 'کیوسک کو اس کے آئیکن سے کھولیں',
    text: 'یہ پتا صرف اسی ونڈو میں چلتا ہے جسے کیوسک خود کھولتا ہے۔ یہ صفحہ بند کریں اور کیوسک دوبارہ شروع کریں۔',
  },
  {
    language: 'pa',
    direction: 'ltr',
    heading: 'ਕਿਓਸਕ ਨੂੰ ਉਸਦੇ ਆਈਕਨ ਤੋਂ ਖੋਲ੍ਹੋ',
    text: 'ਇਹ ਪਤਾ ਸਿਰਫ਼ ਉਸੇ ਵਿੰਡੋ ਵਿੱਚ ਚੱਲਦਾ ਹੈ ਜੋ ਕਿਓਸਕ ਆਪ ਖੋਲ੍ਹਦਾ ਹੈ। ਇਹ ਪੰਨਾ ਬੰਦ ਕਰੋ ਅਤੇ ਕਿਓਸਕ ਮੁੜ ਸ਼ੁਰੂ ਕਰੋ।',
  },
];

const look =
  `body{font:1.125rem/1.8 "Noto Sans",system-ui,sans-serif;color:#1b1b1f;background:#fff;` +
  'max-width:40rem;margin:3rem auto;padding:0 1.5rem}' +
  'section+section{border-top:1px solid #c8c8d0;margin-top:1.5rem;padding-top:.5rem}' +
  '[lang=ur]{line-height:2.4}h1{font-size:1.375rem;margin:.5rem 0}p{margin:0}';

const sections = texts.map(
  ({ language, direction, heading, text }) =>
    `<section lang="${language}" dir="${direction}"><h1>${heading}</h1><p>${text}</p></section>`,
);

interface Page {
  readonly html: string;
  readonly policy: string;
}

let made: Page | undefined;

function makePage(): Page {
  const style = look + fontRules();
  const styleHash = createHash('sha256').update(style).digest('base64');
  return {
    html:
      '<!doctype html><html><meta charset="utf-8">' +
      '<meta name="viewport" content="width=device-width"><title>403</title>' +
      `<style>${style}</style>${sections.join('')}</html>`,
    policy: `default-src 'none'; font-src data:; style-src 'sha256-${styleHash}'; frame-ancestors 'none'`,
  };
}

/** The answer to a person without a session: 403, and how to come in. */
export function launcherOnly(): Response {
  made ??= makePage();
  return new Response(made.html, {
    status: 403,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': made.policy,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    },
  });
}
