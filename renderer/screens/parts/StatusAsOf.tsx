import { useTranslation } from 'react-i18next';
import { useKiosk } from '../../kiosk-context.tsx';
import { momentWords } from './format.ts';
import styles from './StatusAsOf.module.css';

/** How old the knowledge is that a verdict on a card rests on. */
export function StatusAsOf() {
  const { t } = useTranslation();
  const { statusAsOf } = useKiosk().status;
  return (
    <p className={styles.asOf}>
      {statusAsOf ? t('person.asOf', { when: momentWords(statusAsOf, t) }) : t('person.asOfNever')}
    </p>
  );
}
