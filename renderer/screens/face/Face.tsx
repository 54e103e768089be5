import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftView } from '#core/api/contract.ts';
import { enrolments } from '../../api/kiosk.ts';
import { CameraView, DemoCameraControls } from '../../camera/CameraView.tsx';
import { useCamera } from '../../camera/use-camera.ts';
import { fullWidth, useFaceGuide } from '../../camera/use-face-guide.ts';
import { Button } from '../../design/Button.tsx';
import { Confirm } from '../../design/Confirm.tsx';
import { Notice } from '../../design/Notice.tsx';
import { useKiosk } from '../../kiosk-context.tsx';
import type { StepProps } from '../Enrolment.tsx';
import { EnrolmentPage } from '../parts/EnrolmentPage.tsx';
import { Failed } from '../parts/Failed.tsx';
import { useAsk } from '../parts/use-ask.ts';
import { useDraftPortrait } from '../parts/use-picture.ts';
import styles from './Face.module.css';
import { Hint } from './Hint.tsx';

interface FaceProps extends StepProps {
  readonly onChanged: (draft: DraftView) => void;
}

const reasons = ['refused', 'not-possible'] as const;
/** How long the photo just taken is shown before the enrolment goes on by itself. */
const showFor = 2000;

/** The photo: guided live, taken by itself once it is good; or by hand; or left out with a reason. */
export function Face({ draft, onSaved, onChanged, onBack, onLeave }: FaceProps) {
  const { t } = useTranslation();
  const { view } = useKiosk();
  const { ask, busy, failure, clear } = useAsk();
  const [taking, setTaking] = useState(draft.face === null);
  const [justTaken, setJustTaken] = useState(false);
  const [skipping, setSkipping] = useState(false);
  const camera = useCamera(view.demo?.people ?? null);
  const guiding = taking && !busy && !skipping && failure === null;
  const keep = (picture: Blob) =>
    ask(
      () => enrolments.face(draft.id, picture),
      (saved) => {
        onChanged(saved);
        setTaking(false);
        setJustTaken(true);
      },
    );
  const goOn = useEffectEvent(() => onSaved(draft));
  useEffect(() => {
    if (!justTaken) return;
    const timer = setTimeout(goOn, showFor);
    return () => clearTimeout(timer);
  }, [justTaken]);
  const retake = () => {
    setJustTaken(false);
    setTaking(true);
  };
  const guide = useFaceGuide(camera, guiding, keep);
  const takeNow = async () => {
    const frame = await camera.grab(fullWidth);
    if (frame) keep(frame.jpeg);
  };
  const primary = taking ? (
    <Button kind="primary" icon="camera" busy={busy} disabled={camera.state !== 'live'} onPress={takeNow}>
      {busy ? t('face.saving') : t('face.take')}
    </Button>
  ) : (
    <Button kind="primary" onPress={() => onSaved(draft)}>
      {t('common.next')}
    </Button>
  );
  return (
    <EnrolmentPage
      screen="face"
      step="face"
      title={t('face.title')}
      onBack={onBack}
      onLeave={onLeave}
      more={taking && <Button onPress={() => setSkipping(true)}>{t('face.skip')}</Button>}
      primary={primary}
    >
      {taking ? (
        <div className={styles.live}>
          <CameraView camera={camera} box={guide.box} good={guide.hint === 'good'} />
          <div className={styles.side}>
            <Failed failure={failure} action={<Button onPress={clear}>{t('common.tryAgain')}</Button>} />
            <Hint hint={guiding ? guide.hint : null} />
            <DemoCameraControls camera={camera} />
          </div>
        </div>
      ) : (
        <Taken draft={draft} onRetake={retake} />
      )}
      <Confirm
        open={skipping}
        onClose={() => setSkipping(false)}
        title={t('face.skipTitle')}
        text={t('face.skipText')}
      >
        {reasons.map((reason) => (
          <Button key={reason} onPress={() => ask(() => enrolments.faceException(draft.id, reason), onSaved)}>
            {t(`face.skipReason.${reason}`)}
          </Button>
        ))}
      </Confirm>
    </EnrolmentPage>
  );
}

interface TakenProps {
  readonly draft: DraftView;
  readonly onRetake: () => void;
}

function Taken({ draft, onRetake }: TakenProps) {
  const { t } = useTranslation();
  const url = useDraftPortrait(draft);
  const captured = draft.face?.state === 'captured';
  return (
    <div className={url ? styles.live : ''}>
      {captured && url && <img className={styles.photo} src={url} alt={t('face.title')} />}
      <div className={styles.side}>
        <Notice tone={captured ? 'good' : 'info'} title={captured ? t('face.taken') : t('face.skipped')} />
        <Button icon="camera" onPress={onRetake}>
          {t('face.retake')}
        </Button>
      </div>
    </div>
  );
}
