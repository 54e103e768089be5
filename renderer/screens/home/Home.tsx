import { useTranslation } from 'react-i18next';
import type { DraftView, PersonSummary } from '#core/api/contract.ts';
import { enrolments } from '../../api/kiosk.ts';
import { Button } from '../../design/Button.tsx';
import { Card } from '../../design/Card.tsx';
import { Notice } from '../../design/Notice.tsx';
import { Page } from '../../design/Page.tsx';
import type { IdentifyBy } from '../../journeys/visit.ts';
import { useKiosk } from '../../kiosk-context.tsx';
import { Failed } from '../parts/Failed.tsx';
import { TopBar } from '../parts/TopBar.tsx';
import { useAsk } from '../parts/use-ask.ts';
import { PrintQueue } from '../prints/PrintQueue.tsx';
import { Drafts } from './Drafts.tsx';
import { FindPeople } from './FindPeople.tsx';
import styles from './Home.module.css';
import { StatusBar } from './StatusBar.tsx';

interface HomeProps {
  readonly onEnrol: (draft: DraftView) => void;
  readonly onIdentify: (by: IdentifyBy) => void;
  readonly onOpen: (person: PersonSummary) => void;
}

/** Find first: one box, three ways to recognise somebody, and only then a new enrolment. */
export function Home({ onEnrol, onIdentify, onOpen }: HomeProps) {
  const { t } = useTranslation();
  const { language, status } = useKiosk();
  const { ask, busy, failure } = useAsk();
  const enrol = (
    <Button
      kind="primary"
      icon="addPerson"
      busy={busy}
      onPress={() => ask(() => enrolments.start(language), onEnrol)}
    >
      {t('home.enrol')}
    </Button>
  );
  return (
    <Page screen="home" title={t('home.title')} header={<TopBar />} primary={enrol} secondary={<StatusBar />}>
      <Failed failure={failure} />
      {status.numbers.low && (
        <Notice tone="warn" title={t('status.numbersLow')}>
          {t('status.numbersLowHint')}
        </Notice>
      )}
      <PrintQueue asking onOpen={onOpen} />
      <FindPeople onOpen={onOpen} />
      <div className={styles.columns}>
        <Card title={t('home.identify')}>
          <div className={styles.ways}>
            <Button icon="finger" onPress={() => onIdentify('finger')}>
              {t('home.byFinger')}
            </Button>
            <Button icon="face" onPress={() => onIdentify('face')}>
              {t('home.byFace')}
            </Button>
            <Button icon="card" onPress={() => onIdentify('card')}>
              {t('home.byCard')}
            </Button>
          </div>
        </Card>
        <Drafts onResume={onEnrol} />
      </div>
      <PrintQueue asking={false} onOpen={onOpen} />
    </Page>
  );
}
