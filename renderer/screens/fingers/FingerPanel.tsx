import { useTranslation } from 'react-i18next';
import type { DraftView, FingerCaptured } from '#core/api/contract.ts';
import { Button } from '../../design/Button.tsx';
import { Card } from '../../design/Card.tsx';
import { Notice } from '../../design/Notice.tsx';
import { Failed } from '../parts/Failed.tsx';
import { CapturePanel } from './CapturePanel.tsx';
import styles from './Fingers.module.css';
import { qualityWord } from './quality.ts';
import type { useFingers } from './use-fingers.ts';

interface FingerPanelProps {
  readonly draft: DraftView;
  readonly fingers: ReturnType<typeof useFingers>;
  readonly onException: () => void;
}

/** Beside the hands: which finger now, what came of it, and what can be done about it. */
export function FingerPanel({ draft, fingers, onException }: FingerPanelProps) {
  const { t } = useTranslation();
  const { chosen, capturing, last, failure, done } = fingers;
  const name = chosen ? t(`fingers.position.${chosen}`) : t('fingers.allDone');
  const taken = chosen !== null && draft.fingers[chosen] !== undefined;
  return (
    <Card label={name}>
      <h2 className={styles.now} aria-live="polite">
        {chosen && !done ? t('fingers.now', { finger: name }) : name}
      </h2>
      <Failed failure={failure} />
      {capturing ? (
        <CapturePanel />
      ) : (
        <>
          {last && <Result captured={last} />}
          {chosen && !taken && <p>{t('fingers.ready')}</p>}
          {done && <p>{t('fingers.allDoneHint')}</p>}
          {chosen && (
            <div className={styles.acts}>
              {taken && (
                <Button icon="finger" onPress={() => fingers.capture(chosen)}>
                  {t('fingers.again')}
                </Button>
              )}
              <Button onPress={onException}>{t('fingers.exception')}</Button>
            </div>
          )}
        </>
      )}
    </Card>
  );
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
