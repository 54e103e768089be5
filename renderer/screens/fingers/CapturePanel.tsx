import { ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { kiosk } from '../../api/kiosk.ts';
import { Button } from '../../design/Button.tsx';
import { useKiosk } from '../../kiosk-context.tsx';
import styles from './CapturePanel.module.css';

/** While the scanner runs: what the finger should do, how far the reading is, and a way to stop. */
export function CapturePanel() {
  const { t } = useTranslation();
  const { capture } = useKiosk();
  const stage = capture?.stage ?? 'waiting';
  const percent = stage === 'done' ? 100 : Math.round((capture?.fraction ?? 0) * 100);
  return (
    <div className={styles.panel}>
      <p className={styles.words} aria-live="assertive">
        {t(`fingers.stage.${stage}`)}
      </p>
      <ProgressBar className={styles.progress ?? ''} value={percent} aria-label={t('fingers.progress')}>
        <div className={styles.fill} style={{ inlineSize: `${percent}%` }} />
      </ProgressBar>
      <Button onPress={() => kiosk.cancelCapture()}>{t('fingers.stop')}</Button>
    </div>
  );
}
