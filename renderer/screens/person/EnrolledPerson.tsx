import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '#core/api/contract.ts';
import { Button } from '../../design/Button.tsx';
import { Card } from '../../design/Card.tsx';
import { Page } from '../../design/Page.tsx';
import { CardDesk } from '../finish/CardDesk.tsx';
import { PersonWords } from '../parts/PersonLine.tsx';
import { Portrait } from '../parts/Portrait.tsx';
import { TopBar } from '../parts/TopBar.tsx';
import styles from './EnrolledPerson.module.css';

/** Somebody who is enrolled: who they are, and their card to print again or to check. */
export function EnrolledPerson({
  person,
  onHome,
}: {
  readonly person: PersonSummary;
  readonly onHome: () => void;
}) {
  const { t } = useTranslation();
  const [issued, setIssued] = useState(false);
  return (
    <Page
      screen="person"
      title={t('person.title')}
      header={<TopBar />}
      primary={
        <Button kind="primary" onPress={onHome}>
          {t('finish.next')}
        </Button>
      }
    >
      <Card label={person.name}>
        <div className={styles.who}>
          <Portrait person={person} size="small" />
          <PersonWords person={person} />
        </div>
      </Card>
      {person.card && person.card.state !== 'revoked' && (
        <CardDesk number={person.card.number} issued={issued} onIssued={() => setIssued(true)} />
      )}
    </Page>
  );
}
