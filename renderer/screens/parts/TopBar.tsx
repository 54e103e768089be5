import { useTranslation } from 'react-i18next';
import { Button } from '../../design/Button.tsx';
import { Pick } from '../../design/Pick.tsx';
import { languageFacts } from '../../i18n.ts';
import { useKiosk, useSession } from '../../kiosk-context.tsx';
import { Mark } from './Mark.tsx';
import styles from './TopBar.module.css';

/** The programme at the start; the language and the operator at the end. */
export function TopBar() {
  const { t } = useTranslation();
  const { view, connected, language, speak } = useKiosk();
  const signedIn = useSession();
  const languages = view.languages.map((value) => ({ value, label: languageFacts(value).name, lang: value }));
  return (
    <>
      <div className={styles.brand}>
        <Mark />
        <div>
          <p className={styles.programme}>{view.programme[language]}</p>
          <p className={styles.organisation}>
            <bdi>{view.organisation}</bdi>
          </p>
        </div>
      </div>
      <div className={styles.end}>
        {!connected && (
          <p role="alert" className={styles.offline}>
            {t('status.offline')}
          </p>
        )}
        <Pick label={t('language.label')} hideLabel options={languages} value={language} onChange={speak} />
        {signedIn && (
          <>
            <span className={styles.operator}>
              <bdi>{signedIn.session.operator.name}</bdi>
            </span>
            <Button kind="quiet" onPress={signedIn.leave}>
              {t('common.signOut')}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
