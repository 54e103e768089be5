import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Language } from '#core/api/contract.ts';
import { Page } from '../../design/Page.tsx';
import { languageFacts } from '../../i18n.ts';
import { useKiosk } from '../../kiosk-context.tsx';
import { Mark } from '../parts/Mark.tsx';
import styles from './ChooseLanguage.module.css';

/** The first screen of all: each language in its own script, readable before anything is chosen. */
export function ChooseLanguage({ onChosen }: { readonly onChosen: () => void }) {
  const { t } = useTranslation();
  const { view, language, speak } = useKiosk();
  const choose = (value: Language) => {
    speak(value);
    onChosen();
  };
  return (
    <Page screen="language" title={t('language.choose')} centred>
      <div className={styles.brand}>
        <Mark size={72} />
        <p className={styles.programme}>{view.programme[language]}</p>
        <p className={styles.organisation}>{view.organisation}</p>
      </div>
      <ul className={styles.languages}>
        {view.languages.map((value) => {
          const facts = languageFacts(value);
          return (
            <li key={value}>
              <Button className={styles.language ?? ''} onPress={() => choose(value)}>
                <span lang={value} dir={facts.dir} className={styles.words}>
                  <span className={styles.name}>{facts.name}</span>
                  <span>{facts.go}</span>
                </span>
              </Button>
            </li>
          );
        })}
      </ul>
    </Page>
  );
}
