import { useTranslation } from 'react-i18next';
import type { Identified } from '#core/api/contract.ts';
import { identify } from '../../api/kiosk.ts';
import { CameraView, DemoCameraControls } from '../../camera/CameraView.tsx';
import { useCamera } from '../../camera/use-camera.ts';
import { useCodeScan } from '../../camera/use-code-scan.ts';
import { useFaceGuide } from '../../camera/use-face-guide.ts';
import { Button } from '../../design/Button.tsx';
import { Card } from '../../design/Card.tsx';
import { Notice } from '../../design/Notice.tsx';
import { useKiosk } from '../../kiosk-context.tsx';
import faceStyles from '../face/Face.module.css';
import { Hint } from '../face/Hint.tsx';
import { CapturePanel } from '../fingers/CapturePanel.tsx';
import { Failed } from '../parts/Failed.tsx';
import { StatusAsOf } from '../parts/StatusAsOf.tsx';
import { useAsk } from '../parts/use-ask.ts';
import { ByLiveFace } from './ByLiveFace.tsx';
import styles from './ways.module.css';

export interface WayProps {
  readonly onIdentified: (identified: Identified) => void;
}

/** Any enrolled finger on the scanner. */
export function ByFinger({ onIdentified }: WayProps) {
  const { t } = useTranslation();
  const { status, clearCapture } = useKiosk();
  const { ask, busy, failure } = useAsk();
  const start = () => {
    clearCapture();
    ask(identify.byFinger, onIdentified);
  };
  return (
    <Card>
      <Failed failure={failure} />
      {status.scanner === 'none' || status.scanner === 'gone' ? (
        <Notice tone="warn" title={t('fingers.noScanner')} />
      ) : null}
      {busy ? (
        <CapturePanel />
      ) : (
        <div className={styles.start}>
          <p>{t('identify.fingerLead')}</p>
          <Button kind="primary" icon="finger" onPress={start}>
            {t('fingers.capture')}
          </Button>
        </div>
      )}
    </Card>
  );
}

/** The face before the camera: after a challenge where the site asks for one. */
export function ByFace({ onIdentified }: WayProps) {
  const { view } = useKiosk();
  return view.liveness ? (
    <ByLiveFace onIdentified={onIdentified} />
  ) : (
    <BySeenFace onIdentified={onIdentified} />
  );
}

/** Guided as for the photo; an operator sees who stands there. */
function BySeenFace({ onIdentified }: WayProps) {
  const { t } = useTranslation();
  const { view } = useKiosk();
  const { ask, busy, failure, clear } = useAsk();
  const camera = useCamera(view.demo?.people ?? null);
  const guide = useFaceGuide(camera, !busy && failure === null, (picture) =>
    ask(() => identify.byFace(picture), onIdentified),
  );
  return (
    <div className={faceStyles.live}>
      <CameraView camera={camera} box={guide.box} good={guide.hint === 'good'} />
      <div className={faceStyles.side}>
        <Failed failure={failure} action={<Button onPress={clear}>{t('common.tryAgain')}</Button>} />
        {busy ? <Notice tone="info" title={t('identify.looking')} /> : <Hint hint={guide.hint} />}
        <DemoCameraControls camera={camera} />
      </div>
    </div>
  );
}

/** The card's code before the camera. */
export function ByCard({ onIdentified }: WayProps) {
  const { t } = useTranslation();
  const { ask, busy, failure, clear } = useAsk();
  const camera = useCamera(null);
  useCodeScan(camera, !busy && failure === null, identify.byCardPicture, (answer) =>
    ask(async () => answer, onIdentified),
  );
  return (
    <div className={styles.camera}>
      <Failed failure={failure} action={<Button onPress={clear}>{t('common.tryAgain')}</Button>} />
      <p className={styles.lead}>{t('identify.cardLead')}</p>
      <StatusAsOf />
      <CameraView camera={camera} />
    </div>
  );
}
