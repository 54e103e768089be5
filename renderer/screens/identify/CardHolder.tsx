import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Birth, ClinicalOnCard, FaceOnCardChecked, VerifiedCard } from '#core/api/contract.ts';
import { identify } from '../../api/kiosk.ts';
import { CameraView, DemoCameraControls } from '../../camera/CameraView.tsx';
import { useCamera } from '../../camera/use-camera.ts';
import { useFaceGuide } from '../../camera/use-face-guide.ts';
import { Button } from '../../design/Button.tsx';
import { Card } from '../../design/Card.tsx';
import { Notice } from '../../design/Notice.tsx';
import { useKiosk } from '../../kiosk-context.tsx';
import faceStyles from '../face/Face.module.css';
import { Hint } from '../face/Hint.tsx';
import { Failed } from '../parts/Failed.tsx';
import { birthWords, numberWords } from '../parts/format.ts';
import { StatusAsOf } from '../parts/StatusAsOf.tsx';
import { useAsk } from '../parts/use-ask.ts';
import styles from './CardHolder.module.css';

interface CardHolderProps {
  readonly card: VerifiedCard;
  /** The code's text. */
  readonly text: string;
}

/** The holder of a genuine card whose record is not here: what the card says, and whether the bearer looks like it. */
export function CardHolder({ card, text }: CardHolderProps) {
  const { t } = useTranslation();
  const [comparing, setComparing] = useState(false);
  const [checked, setChecked] = useState<FaceOnCardChecked | null>(null);
  if (comparing && !checked) return <Compare text={text} onChecked={setChecked} />;
  return (
    <div className={styles.holder}>
      {checked ? (
        <Notice
          tone={checked.outcome === 'alike' ? 'good' : 'bad'}
          title={t(`identify.onCard.${checked.outcome}`)}
        >
          {t(`identify.onCard.${checked.outcome}Hint`)}
        </Notice>
      ) : (
        <Notice tone="warn" title={t('home.elsewhere')} />
      )}
      <StatusAsOf />
      <Card title={card.name}>
        {card.nativeName && (
          <p>
            <bdi>{card.nativeName}</bdi>
          </p>
        )}
        <p>{birthWords(birthOf(card.birth), t)}</p>
        <p>{t('person.card', { number: numberWords(card.number) })}</p>
        {card.clinical && <Clinical clinical={card.clinical} />}
        {card.locked && <p>{t('identify.onCard.locked')}</p>}
        {card.hasFace && !checked && (
          <Button kind="primary" icon="face" onPress={() => setComparing(true)}>
            {t('identify.onCard.compare')}
          </Button>
        )}
      </Card>
    </div>
  );
}

/** A card carries YYYYMMDD, or YYYY where only the year is known. */
function birthOf(text: string): Birth {
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)];
  return day ? { known: 'date', date: `${year}-${month}-${day}` } : { known: 'year', year: Number(year) };
}

function Clinical({ clinical }: { readonly clinical: ClinicalOnCard }) {
  const { t } = useTranslation();
  const { bloodGroup, allergies, conditions, emergencyContact } = clinical;
  const lines: [label: string, value: string][] = [
    [t('details.bloodGroup'), bloodGroup ?? ''],
    [t('details.allergies'), allergies.join(', ')],
    [t('details.conditions'), conditions.join(', ')],
    [
      t('details.emergencyName'),
      emergencyContact ? `${emergencyContact.name}, ${emergencyContact.phone}` : '',
    ],
  ];
  return (
    <dl className={styles.facts}>
      {lines
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </Fragment>
        ))}
    </dl>
  );
}

interface CompareProps {
  readonly text: string;
  readonly onChecked: (checked: FaceOnCardChecked) => void;
}

function Compare({ text, onChecked }: CompareProps) {
  const { t } = useTranslation();
  const { view } = useKiosk();
  const { ask, busy, failure, clear } = useAsk();
  const camera = useCamera(view.demo?.people ?? null);
  const guide = useFaceGuide(camera, !busy && failure === null, (picture) =>
    ask(() => identify.faceOnCard(text, picture), onChecked),
  );
  return (
    <div className={faceStyles.live}>
      <CameraView camera={camera} box={guide.box} good={guide.hint === 'good'} />
      <div className={faceStyles.side}>
        <Failed failure={failure} action={<Button onPress={clear}>{t('common.tryAgain')}</Button>} />
        {busy ? <Notice tone="info" title={t('identify.onCard.comparing')} /> : <Hint hint={guide.hint} />}
        <DemoCameraControls camera={camera} />
      </div>
    </div>
  );
}
