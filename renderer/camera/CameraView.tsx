import { useTranslation } from 'react-i18next';
import { Button } from '../design/Button.tsx';
import { Notice } from '../design/Notice.tsx';
import styles from './CameraView.module.css';
import type { Camera } from './use-camera.ts';
import type { Guide } from './use-face-guide.ts';

interface CameraViewProps {
  readonly camera: Camera;
  readonly box?: Guide['box'];
  readonly good?: boolean;
  /** As in a mirror, for somebody who is to move by what they see. */
  readonly mirrored?: boolean;
}

/** The live picture with the face's frame over it; without a picture, why, and what to do. */
export function CameraView({ camera, box, good, mirrored }: CameraViewProps) {
  const { t } = useTranslation();
  const { state, source } = camera;
  if (state === 'none' || state === 'blocked' || state === 'busy') {
    const retry = <Button onPress={camera.retry}>{t('common.tryAgain')}</Button>;
    return (
      <Notice tone="bad" title={t(`camera.${state}.sentence`)} action={retry}>
        {t(`camera.${state}.remedy`)}
      </Notice>
    );
  }
  return (
    <figure className={styles.view} aria-label={t('camera.label')}>
      <div className={styles.picture}>
        <div
          className={`${styles.source} ${mirrored ? styles.mirrored : ''}`}
          ref={(node) => node?.replaceChildren(...(source ? [source] : []))}
        />
        {box && (
          <div
            className={`${styles.box} ${good ? styles.good : ''}`}
            style={{
              left: `${box.x * 100}%`,
              top: `${box.y * 100}%`,
              width: `${box.width * 100}%`,
              height: `${box.height * 100}%`,
            }}
          />
        )}
      </div>
      {state === 'starting' && <p className={styles.starting}>{t('camera.starting')}</p>}
    </figure>
  );
}

/** On a demonstration: who stands before the camera, and which camera. */
export function DemoCameraControls({ camera }: { readonly camera: Camera }) {
  const { t } = useTranslation();
  const { demo, kind } = camera;
  if (!demo) return null;
  return (
    <div className={styles.controls}>
      {kind === 'demo' && (
        <Button kind="secondary" icon="person" onPress={demo.next}>
          {t('camera.demoNext')}
        </Button>
      )}
      <Button kind="quiet" icon="camera" onPress={() => demo.use(kind === 'demo' ? 'real' : 'demo')}>
        {kind === 'demo' ? t('camera.realUse') : t('camera.demoUse')}
      </Button>
    </div>
  );
}
