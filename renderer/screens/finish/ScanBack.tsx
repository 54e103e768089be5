import { useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { cards } from '../../api/kiosk.ts';
import { CameraView } from '../../camera/CameraView.tsx';
import { useCamera } from '../../camera/use-camera.ts';
import { useCodeScan } from '../../camera/use-code-scan.ts';
import { Button } from '../../design/Button.tsx';
import { Field } from '../../design/Field.tsx';
import { useWedge } from '../../scanner/use-wedge.ts';
import { Failed } from '../parts/Failed.tsx';
import { useAsk } from '../parts/use-ask.ts';
import styles from './CardDesk.module.css';

interface ScanBackProps {
  readonly number: string;
  /** Just printed: the box waits for the scan. */
  readonly printed: boolean;
  readonly onIssued: () => void;
}

/** Reads the printed card's code back, by a scanner that types, or by the camera. */
export function ScanBack({ number, printed, onIssued }: ScanBackProps) {
  const { t } = useTranslation();
  const { ask, busy, failure, clear } = useAsk();
  const [text, setText] = useState('');
  const [byCamera, setByCamera] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (printed) box.current?.focus();
  }, [printed]);
  const scan = (code: string) => {
    setText('');
    ask(() => cards.scanBack(number, code), onIssued);
  };
  useWedge(scan);
  return (
    <>
      <p>{t('finish.step2Lead')}</p>
      <Failed failure={failure} />
      {byCamera ? (
        <CameraScan
          number={number}
          onIssued={onIssued}
          onStop={() => {
            setByCamera(false);
            clear();
          }}
        />
      ) : (
        <Form
          className={styles.scan ?? ''}
          onSubmit={(event) => {
            event.preventDefault();
            if (text !== '') scan(text);
          }}
        >
          <Field label={t('finish.scanBox')} value={text} onChange={setText} inputRef={box} autoFocus />
          <div className={styles.buttons}>
            <Button submit busy={busy}>
              {t('finish.check')}
            </Button>
            <Button kind="quiet" icon="camera" onPress={() => setByCamera(true)}>
              {t('finish.scanCamera')}
            </Button>
          </div>
        </Form>
      )}
    </>
  );
}

interface CameraScanProps {
  readonly number: string;
  readonly onIssued: () => void;
  readonly onStop: () => void;
}

function CameraScan({ number, onIssued, onStop }: CameraScanProps) {
  const { t } = useTranslation();
  const { ask, busy, failure } = useAsk();
  const camera = useCamera(null);
  useCodeScan(
    camera,
    !busy && failure === null,
    (picture) => cards.scanBackPicture(number, picture),
    (answer) => ask(async () => answer, onIssued),
  );
  return (
    <>
      <Failed failure={failure} />
      <CameraView camera={camera} />
      <Button onPress={onStop}>{t('finish.scanStop')}</Button>
    </>
  );
}
