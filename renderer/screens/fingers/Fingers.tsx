import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftView, FingerPosition } from '#core/api/contract.ts';
import { Button } from '../../design/Button.tsx';
import { Confirm } from '../../design/Confirm.tsx';
import { Notice } from '../../design/Notice.tsx';
import { useKiosk } from '../../kiosk-context.tsx';
import type { StepProps } from '../Enrolment.tsx';
import { EnrolmentPage } from '../parts/EnrolmentPage.tsx';
import { FingerList } from './FingerList.tsx';
import { FingerPanel } from './FingerPanel.tsx';
import styles from './Fingers.module.css';
import { Hands } from './Hands.tsx';
import { useFingers } from './use-fingers.ts';

interface FingersProps extends StepProps {
  readonly onChanged: (draft: DraftView) => void;
}

const reasons = ['missing', 'injured', 'refused'] as const;

/** The prints this site asks for, one finger at a time; any may be left out with a reason, or all skipped. */
export function Fingers({ draft, onSaved, onChanged, onBack, onLeave }: FingersProps) {
  const { t } = useTranslation();
  const { status } = useKiosk();
  const fingers = useFingers({ draft, onSaved, onChanged });
  const { wanted, chosen, following, done, capturing, busy } = fingers;
  const [asking, setAsking] = useState<'exception' | 'skip' | null>(null);
  const ask = (about: 'exception' | 'skip') => {
    fingers.hold();
    setAsking(about);
  };
  const close = () => setAsking(null);
  const name = (position: FingerPosition) => t(`fingers.position.${position}`);
  const noScanner = status.scanner === 'none' || status.scanner === 'gone';

  const start = (position: FingerPosition, words: string) => (
    <Button kind="primary" icon="finger" busy={busy} onPress={() => fingers.capture(position)}>
      {words}
    </Button>
  );
  const primary = () => {
    if (done) {
      return (
        <Button kind="primary" busy={busy} onPress={fingers.finish}>
          {t('common.next')}
        </Button>
      );
    }
    if (following) return start(following, t('fingers.nextFinger', { finger: name(following) }));
    return chosen && start(chosen, t('fingers.capture'));
  };

  return (
    <EnrolmentPage
      screen="fingers"
      step="fingers"
      title={t('fingers.title')}
      {...(capturing ? {} : { onBack, onLeave })}
      more={!done && !capturing && <Button onPress={() => ask('skip')}>{t('fingers.skip')}</Button>}
      primary={primary()}
    >
      {noScanner && !done && (
        <Notice tone="warn" title={t('fingers.noScanner')}>
          {t('fingers.noScannerHint')}
        </Notice>
      )}
      <div className={styles.columns}>
        <div className={styles.drawing}>
          <Hands wanted={wanted} fingers={draft.fingers} current={chosen} />
        </div>
        <FingerPanel draft={draft} fingers={fingers} onException={() => ask('exception')} />
      </div>
      <FingerList
        wanted={wanted}
        fingers={draft.fingers}
        current={chosen}
        disabled={capturing}
        onChoose={fingers.choose}
      />
      <Confirm
        open={asking === 'exception' && chosen !== null}
        onClose={close}
        title={chosen ? t('fingers.exceptionTitle', { finger: name(chosen) }) : ''}
      >
        {reasons.map((reason) => (
          <Button
            key={reason}
            onPress={() => {
              close();
              if (chosen) fingers.except(chosen, reason);
            }}
          >
            {t(`fingers.reason.${reason}`)}
          </Button>
        ))}
      </Confirm>
      <Confirm
        open={asking === 'skip'}
        onClose={close}
        title={t('fingers.skipTitle')}
        text={t('fingers.skipText')}
      >
        <Button
          onPress={() => {
            close();
            fingers.finish();
          }}
        >
          {t('fingers.skip')}
        </Button>
      </Confirm>
    </EnrolmentPage>
  );
}
