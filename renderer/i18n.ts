import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type en from './locales/en.json';

/*
 * The screens' languages. A language is one file in locales/: its name, its locale tag for numbers and dates and
 * its direction stand inside it, so a further language is a further file.
 */

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

const files = import.meta.glob<{ readonly default: typeof en }>('./locales/*.json', { eager: true });

const resources = Object.fromEntries(
  Object.entries(files).map(([path, file]) => [
    path.replace('./locales/', '').replace('.json', ''),
    { translation: file.default },
  ]),
);

await i18next.use(initReactI18next).init({
  resources,
  lng: 'en',
  fallbackLng: 'en',
  interpolation: { escapeValue: false },
});

/** Turns the whole page to a language: texts, direction, and the locale the document declares. */
export async function speak(language: string): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = i18next.t('language.dir');
}

/** A language's own facts, whatever the screen speaks now. */
export function languageFacts(language: string): {
  readonly name: string;
  readonly go: string;
  readonly dir: string;
} {
  const t = i18next.getFixedT(language);
  return { name: t('language.name'), go: t('language.go'), dir: t('language.dir') };
}
