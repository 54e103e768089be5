import { useTranslation } from 'react-i18next';
import type { PrintJob } from '#core/api/contract.ts';
import { prints } from '../../api/kiosk.ts';
import { Button } from '../../design/Button.tsx';
import { Notice } from '../../design/Notice.tsx';
import { Failed } from '../parts/Failed.tsx';
import { useAsk } from '../parts/use-ask.ts';
import styles from './prints.module.css';

interface JobPanelProps {
  readonly job: PrintJob;
  readonly onChanged: () => void;
}

/** How far a card has come in the print queue, what stands in its way, and what the operator can answer. */
export function JobPanel({ job, onChanged }: JobPanelProps) {
  const { t } = useTranslation();
  const { ask, busy, failure } = useAsk();
  const act = (request: () => ReturnType<typeof prints.retry>) => () => ask(request, onChanged);
  const { id, state } = job;
  return (
    <>
      <Failed failure={failure} />
      <JobNotice job={job} />
      {state === 'unknown' && (
        <div className={styles.buttons}>
          <Button busy={busy} icon="check" onPress={act(() => prints.tell(id, true))}>
            {t('finish.cameOut')}
          </Button>
          <Button busy={busy} icon="cross" onPress={act(() => prints.tell(id, false))}>
            {t('finish.notOut')}
          </Button>
        </div>
      )}
      {state === 'waiting' && (
        <div className={styles.buttons}>
          <Button busy={busy} icon="printer" onPress={act(() => prints.retry(id))}>
            {t('finish.printNow')}
          </Button>
          <Button kind="quiet" busy={busy} onPress={act(() => prints.giveUp(id))}>
            {t('finish.takeOut')}
          </Button>
        </div>
      )}
      {state === 'sending' && (
        <div className={styles.buttons}>
          <Button kind="quiet" busy={busy} onPress={act(() => prints.giveUp(id))}>
            {t('finish.stopPrinting')}
          </Button>
        </div>
      )}
    </>
  );
}

function JobNotice({ job }: { readonly job: PrintJob }) {
  const { t } = useTranslation();
  const { state, trouble } = job;
  if (state === 'sending') return <Notice tone="info" title={t('finish.printing')} />;
  if (state === 'printed') return <Notice tone="good" title={t('finish.printed')} />;
  if (state === 'unknown') {
    return (
      <Notice tone="bad" title={t('finish.asked')}>
        {trouble && `${trouble.sentence} ${trouble.remedy}`}
      </Notice>
    );
  }
  if (trouble) {
    return (
      <Notice tone="warn" title={trouble.sentence}>
        {trouble.remedy}
      </Notice>
    );
  }
  return (
    <Notice tone="info" title={t('finish.waiting')}>
      {t('finish.waitingHint')}
    </Notice>
  );
}
