import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftView, FingerCaptured, FingerPosition } from '#core/api/contract.ts';
import { enrolments } from '../../api/kiosk.ts';
import { Button } from '../../design/Button.tsx';
import { Card } from '../../design/Card.tsx';
import { Confirm } from '../../design/Confirm.tsx';
import { Notice } from '../../design/Notice.tsx';
import { useKiosk } from '../../kiosk-context.tsx';
import type { StepProps } from '../Enrolment.tsx';
import { EnrolmentPage } from '../parts/EnrolmentPage.tsx';
import { Failed } from '../parts/Failed.tsx';
import { useAsk } from '../parts/use-ask.ts';
import { CapturePanel } from './CapturePanel.tsx';
import { FingerList } from './FingerList.tsx';
import styles from './Fingers.module.css';
import { Hands } from './Hands.tsx';
import { qualityWord } from './quality.ts';

const reasons = ['missing', 'injured', 'refused'] as const;

/** The prints this site asks for, one finger at a time; any may be left out with a reason, or all skipped. */
export function Fingers({
  draft,
  onSaved,
  onChanged,
  onBack,
  onLeave,
}: StepProps & { readonly onChanged: (draft: DraftView) => void }) {
  const { t } = useTranslation();
  const { view, status, clearCapture } = useKiosk();
  const { ask, busy, failure, clear } = useAsk();
  const [chosen, setChosen] = useState<FingerPosition | null>(() => nextOf(view.fingers, draft));
  const [last, setLast] = useState<FingerCaptured | null>(null);
  const [asking, setAsking] = useState<'exception' | 'skip' | null>(null);
  const [capturing, setCapturing] = useState(false);

  const pending = view.fingers.filter((position) => !draft.fingers[position]);
  const following = chosen && draft.fingers[chosen] ? (pending[0] ?? null) : null;
  const name = (position: FingerPosition) => t(`fingers.position.${position}`);
  const choose = (position: FingerPosition | null) => {
    setChosen(position);
    setLast(null);
    clear();
  };

  const capture = async (position: FingerPosition) => {
    setLast(null);
    setChosen(position);
    clearCapture();
    setCapturing(true);
    await ask(
      () => enrolments.captureFinger(draft.id, position),
      (answer) => {
        setLast(answer.captured);
        onChanged(answer.draft);
      },
    );
    setCapturing(false);
  };
  const except = (position: FingerPosition, reason: (typeof reasons)[number]) => {
    setAsking(null);
    ask(
      () => enrolments.fingerException(draft.id, position, reason),
      (changed) => {
        onChanged(changed);
        choose(nextOf(view.fingers, changed));
      },
    );
  };
  const goOn = () => {
    setAsking(null);
    if (draft.step !== 'fingers') return onSaved(draft);
    ask(() => enrolments.finishFingers(draft.id), onSaved);
  };
  const done = pending.length === 0;
  const noScanner = status.scanner === 'none' || status.scanner === 'gone';

  return (
    <EnrolmentPage
      screen="fingers"
      step="fingers"
      title={t('fingers.title')}
      {...(capturing ? {} : { onBack, onLeave })}
      more={!done && !capturing && <Button onPress={() => setAsking('skip')}>{t('fingers.skip')}</Button>}
      primary={
        done ? (
          <Button kind="primary" busy={busy} onPress={goOn}>
            {t('common.next')}
          </Button>
        ) : following ? (
          <Button kind="primary" icon="finger" busy={busy} onPress={() => capture(following)}>
            {t('fingers.nextFinger', { finger: name(following) })}
          </Button>
        ) : (
          chosen && (
            <Button kind="primary" icon="finger" busy={busy} onPress={() => capture(chosen)}>
              {t('fingers.capture')}
            </Button>
          )
        )
      }
    >
      {noScanner && !done && (
        <Notice tone="warn" title={t('fingers.noScanner')}>
          {t('fingers.noScannerHint')}
        </Notice>
      )}
      <div className={styles.columns}>
        <div className={styles.drawing}>
          <Hands wanted={view.fingers} fingers={draft.fingers} current={chosen} />
        </div>
        <Card label={chosen ? name(chosen) : t('fingers.allDone')}>
          <Failed failure={failure} />
          {capturing ? (
            <CapturePanel />
          ) : (
            <>
              <h2 className={styles.now} aria-live="polite">
                {chosen ? t('fingers.now', { finger: name(chosen) }) : t('fingers.allDone')}
              </h2>
              {last && <Result captured={last} />}
              {chosen && !draft.fingers[chosen] && <p>{t('fingers.ready')}</p>}
              {done && <p>{t('fingers.allDoneHint')}</p>}
              {chosen && (
                <div className={styles.acts}>
                  {draft.fingers[chosen] && (
                    <Button icon="finger" onPress={() => capture(chosen)}>
                      {t('fingers.again')}
                    </Button>
                  )}
                  <Button onPress={() => setAsking('exception')}>{t('fingers.exception')}</Button>
                </div>
              )}
            </>
          )}
        </Card>
      </div>
      <FingerList
        wanted={view.fingers}
        fingers={draft.fingers}
        current={chosen}
        disabled={capturing}
        onChoose={choose}
      />
      <Confirm
        open={asking === 'exception' && chosen !== null}
        onClose={() => setAsking(null)}
        title={chosen ? t('fingers.exceptionTitle', { finger: name(chosen) }) : ''}
      >
        {reasons.map((reason) => (
          <Button key={reason} onPress={() => chosen && except(chosen, reason)}>
            {t(`fingers.reason.${reason}`)}
          </Button>
        ))}
      </Confirm>
      <Confirm
        open={asking === 'skip'}
        onClose={() => setAsking(null)}
        title={t('fingers.skipTitle')}
        text={t('fingers.skipText')}
      >
        <Button onPress={goOn}>{t('fingers.skip')}</Button>
      </Confirm>
    </EnrolmentPage>
  );
}

function nextOf(wanted: readonly FingerPosition[], draft: DraftView): FingerPosition | null {
  return wanted.find((position) => !draft.fingers[position]) ?? null;
}

function Result({ captured }: { readonly captured: FingerCaptured }) {
  const { t } = useTranslation();
  const word = qualityWord(captured.quality);
  return (
    <Notice
      tone={word === 'weak' ? 'warn' : 'good'}
      title={t('fingers.result', { words: t(`fingers.quality.${word}`) })}
    >
      {captured.advice && word !== 'good' ? t(`fingers.advice.${captured.advice}`) : null}
    </Notice>
  );
}
