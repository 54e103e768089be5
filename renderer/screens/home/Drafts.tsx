import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftView } from '#core/api/contract.ts';
import { enrolments } from '../../api/kiosk.ts';
import { Button } from '../../design/Button.tsx';
import { Card } from '../../design/Card.tsx';
import { Confirm } from '../../design/Confirm.tsx';
import { stepNames } from '../../journeys/steps.ts';
import { Failed } from '../parts/Failed.tsx';
import { momentWords } from '../parts/format.ts';
import { useAsk } from '../parts/use-ask.ts';
import styles from './Home.module.css';

/** The enrolments that were begun and not finished, to go on with or to delete. */
export function Drafts({ onResume }: { readonly onResume: (draft: DraftView) => void }) {
  const { t } = useTranslation();
  const { ask, failure, busy } = useAsk();
  const [drafts, setDrafts] = useState<readonly DraftView[]>([]);
  const [discarding, setDiscarding] = useState<DraftView | null>(null);
  const load = useCallback(() => ask(enrolments.open, (answer) => setDrafts(answer.drafts)), [ask]);
  useEffect(() => {
    load();
  }, [load]);
  const discard = (draft: DraftView) => {
    setDiscarding(null);
    ask(() => enrolments.discard(draft.id), load);
  };
  return (
    <Card title={t('home.drafts')}>
      <Failed failure={failure} />
      {drafts.length === 0 && !failure && !busy && <p className={styles.soft}>{t('home.noDrafts')}</p>}
      <ul className={styles.drafts}>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <div className={styles.draft}>
              <bdi className={styles.name}>{draft.person?.name ?? t('home.draftUnnamed')}</bdi>
              <span className={styles.soft}>
                {t(`steps.${stepNames[draft.step]}`)} ·{' '}
                {t('home.started', { when: momentWords(draft.startedAt, t) })}
              </span>
            </div>
            <div className={styles.acts}>
              <Button kind="quiet" onPress={() => setDiscarding(draft)}>
                {t('home.discard')}
              </Button>
              <Button onPress={() => onResume(draft)}>{t('home.resume')}</Button>
            </div>
          </li>
        ))}
      </ul>
      <Confirm
        open={discarding !== null}
        onClose={() => setDiscarding(null)}
        title={t('home.discardTitle')}
        text={t('home.discardText')}
      >
        <Button kind="danger" onPress={() => discarding && discard(discarding)}>
          {t('home.discard')}
        </Button>
      </Confirm>
    </Card>
  );
}
