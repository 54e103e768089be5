import { useTranslation } from 'react-i18next';
import { useKiosk } from '../../kiosk-context.tsx';
import { momentWords } from './format.ts';
import styles from './StatusAsOf.module.css';

/** How old the knowledge is that a verdict on a card rests on: of this verdict, or of the kiosk as it stands. */
export function StatusAsOf({ at }: { readonly at?: string | null | undefined }) {
  const { t } = useTranslation();
  const { status } = useKiosk();
  const statusAsOf = at ?? status.statusAsOf;
  return (
    <p className={styles.asOf}>
      {statusAsOf ? t('person.asOf', { when: momentWords(statusAsOf, t) }) : t('person.asOfNever')}
    </p>
  );
}
