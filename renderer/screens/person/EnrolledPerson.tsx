import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardSummary, PersonSummary } from '#core/api/contract.ts';
import { people } from '../../api/kiosk.ts';
import { Button } from '../../design/Button.tsx';
import { Card } from '../../design/Card.tsx';
import { Notice } from '../../design/Notice.tsx';
import { Page } from '../../design/Page.tsx';
import { useKiosk } from '../../kiosk-context.tsx';
import { CardDesk } from '../finish/CardDesk.tsx';
import { PersonWords } from '../parts/PersonLine.tsx';
import { Portrait } from '../parts/Portrait.tsx';
import { StatusAsOf } from '../parts/StatusAsOf.tsx';
import { TopBar } from '../parts/TopBar.tsx';
import styles from './EnrolledPerson.module.css';
import { LostCard } from './LostCard.tsx';

/** Somebody who is enrolled: who they are, and their card to print again, to check, or to replace when it is lost. */
export function EnrolledPerson({
  person: opened,
  onHome,
}: {
  readonly person: PersonSummary;
  readonly onHome: () => void;
}) {
  const { t } = useTranslation();
  const [made, setMade] = useState<CardSummary | null>(null);
  const [issued, setIssued] = useState(false);
  const { person, reload } = useCurrent(opened);
  const { card } = person;
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
          <div>
            <PersonWords person={person} />
            <StatusAsOf />
          </div>
        </div>
      </Card>
      {made && made.number === card?.number && (
        <Notice tone="good" title={t('person.newMade')}>
          {t('person.newMadeHint')}
        </Notice>
      )}
      {card && card.state !== 'revoked' && (
        <CardDesk key={card.number} number={card.number} issued={issued} onIssued={() => setIssued(true)} />
      )}
      {card && (
        <LostCard
          key={`${card.number} ${card.state === 'revoked'}`}
          card={card}
          personId={person.id}
          onChanged={(card) => {
            setMade(card);
            setIssued(false);
            reload();
          }}
        />
      )}
    </Page>
  );
}

/** The person as the core now knows them, read again whenever the kiosk says that anything has changed. */
function useCurrent(opened: PersonSummary) {
  const { status } = useKiosk();
  const [person, setPerson] = useState(opened);
  const reload = useCallback(async () => {
    const answer = await people.one(opened.id);
    if (answer.outcome === 'answered') setPerson(answer.value.summary);
  }, [opened.id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new status is why to read again
  useEffect(() => {
    reload();
  }, [reload, status]);
  return { person, reload };
}
