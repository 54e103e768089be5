import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ForeignCard } from '#core/api/contract.ts';
import { identityCards } from '../../api/kiosk.ts';
import { CameraView } from '../../camera/CameraView.tsx';
import { useCamera } from '../../camera/use-camera.ts';
import { useCodeScan } from '../../camera/use-code-scan.ts';
import { Button } from '../../design/Button.tsx';
import { Card } from '../../design/Card.tsx';
import { Field } from '../../design/Field.tsx';
import { Notice } from '../../design/Notice.tsx';
import { Failed } from '../parts/Failed.tsx';
import { useAsk } from '../parts/use-ask.ts';
import styles from './Details.module.css';
import type { Prefill } from './prefill.ts';

interface ScanIdentityProps {
  /** The last card that was read, or null. */
  readonly card: Prefill['card'] | null;
  readonly onRead: (card: ForeignCard) => void;
}

/** Reads an ABHA or Aadhaar code, by a scanner that types or by the camera, and says how far it can be trusted. */
export function ScanIdentity({ card, onRead }: ScanIdentityProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const take = (read: ForeignCard) => {
    setOpen(false);
    onRead(read);
  };
  return (
    <>
      {open ? (
        <Scan onRead={take} onClose={() => setOpen(false)} />
      ) : (
        <div className={styles.folded}>
          <Button icon="card" onPress={() => setOpen(true)}>
            {t('details.scan.open')}
          </Button>
          <p>{t('details.scan.hint')}</p>
        </div>
      )}
      {card && (
        <Notice tone="info" title={t(`details.scan.from.${card.source}`)}>
          {t(`details.scan.signature.${card.signature}`)}
        </Notice>
      )}
      {card?.abhaChecks === false && <Notice tone="warn" title={t('details.scan.checkDigit')} />}
    </>
  );
}

interface ScanProps {
  readonly onRead: (card: ForeignCard) => void;
  readonly onClose: () => void;
}

function Scan({ onRead, onClose }: ScanProps) {
  const { t } = useTranslation();
  const { ask, busy, failure, clear } = useAsk();
  const [text, setText] = useState('');
  const [byCamera, setByCamera] = useState(false);
  const read = () => {
    if (text.trim() === '') return;
    setText('');
    ask(() => identityCards.read(text), onRead);
  };
  return (
    <Card title={t('details.scan.open')}>
      <Failed
        failure={failure}
        action={byCamera && <Button onPress={clear}>{t('common.tryAgain')}</Button>}
      />
      {byCamera ? (
        <CameraScan active={!busy && failure === null} onRead={(answer) => ask(async () => answer, onRead)} />
      ) : (
        // A scanner ends with Enter, which must read the code and not send the form around it.
        // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the key of the box inside
        <div
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            read();
          }}
        >
          <Field label={t('details.scan.box')} value={text} onChange={setText} lang="en" autoFocus />
        </div>
      )}
      <div className={styles.folded}>
        {!byCamera && (
          <>
            <Button busy={busy} onPress={read}>
              {t('details.scan.read')}
            </Button>
            <Button kind="quiet" icon="camera" onPress={() => setByCamera(true)}>
              {t('finish.scanCamera')}
            </Button>
          </>
        )}
        <Button kind="quiet" onPress={onClose}>
          {t('common.close')}
        </Button>
      </div>
    </Card>
  );
}

type Read = Awaited<ReturnType<typeof identityCards.readPicture>>;

function CameraScan({
  active,
  onRead,
}: {
  readonly active: boolean;
  readonly onRead: (answer: Read) => void;
}) {
  const camera = useCamera(null);
  useCodeScan(camera, active, identityCards.readPicture, onRead);
  return <CameraView camera={camera} />;
}
