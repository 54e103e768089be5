import { useTranslation } from 'react-i18next';
import type { ChallengeView } from '#core/api/contract.ts';
import { CameraView, DemoCameraControls } from '../../camera/CameraView.tsx';
import { useCamera } from '../../camera/use-camera.ts';
import { useChallenge } from '../../camera/use-challenge.ts';
import { Button } from '../../design/Button.tsx';
import { Icon } from '../../design/icons.tsx';
import { Notice } from '../../design/Notice.tsx';
import { useKiosk } from '../../kiosk-context.tsx';
import faceStyles from '../face/Face.module.css';
import hintStyles from '../face/Hint.module.css';
import { Failed } from '../parts/Failed.tsx';
import styles from './ByLiveFace.module.css';
import type { WayProps } from './ways.tsx';

/** The face of somebody who shows by three movements that they are there themselves. */
export function ByLiveFace({ onIdentified }: WayProps) {
  const { t } = useTranslation();
  const { view } = useKiosk();
  const camera = useCamera(view.demo?.people ?? null);
  const { challenge, failure, again } = useChallenge(camera, onIdentified);
  const retry = (
    <Button kind="primary" onPress={again}>
      {t('common.tryAgain')}
    </Button>
  );
  return (
    <div className={faceStyles.live}>
      <CameraView camera={camera} mirrored />
      <div className={faceStyles.side}>
        <Failed failure={failure} action={<Button onPress={again}>{t('common.tryAgain')}</Button>} />
        {challenge?.outcome === 'running' && <Prompt challenge={challenge} />}
        {challenge?.outcome === 'failed' && (
          <Notice tone="warn" title={t('liveness.failed')} action={retry}>
            {t(`liveness.reason.${challenge.reason}`)}{' '}
            {challenge.triesLeft > 0 && t('liveness.triesLeft', { count: challenge.triesLeft })}
          </Notice>
        )}
        <p className={styles.lead}>
          {t('liveness.lead')} {t('liveness.otherWay')}
        </p>
        <DemoCameraControls camera={camera} />
      </div>
    </div>
  );
}

const icons = {
  'look-here': 'face',
  blink: 'eyesClosed',
  'turn-left': 'left',
  'turn-right': 'right',
} as const;

interface PromptProps {
  readonly challenge: Extract<ChallengeView, { outcome: 'running' }>;
}

/** The one movement that is asked for now, and how many are done. */
function Prompt({ challenge: { prompt, seen, done, of } }: PromptProps) {
  const { t } = useTranslation();
  // During a movement a frame without a face is nothing yet: the words must not flicker.
  const missing = prompt === 'look-here' && (seen === 'nobody' || seen === 'several') ? seen : null;
  return (
    <div className={hintStyles.hint}>
      <Icon name={missing ? 'alert' : icons[prompt]} />
      <span aria-live="assertive">
        {missing ? t(`liveness.seen.${missing}`) : t(`liveness.prompt.${prompt}`)}
      </span>
      <meter
        className={styles.progress}
        max={of}
        value={done}
        aria-label={t('liveness.progress', { done, of })}
      />
    </div>
  );
}
