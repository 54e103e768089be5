import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Identified, PersonSummary } from '#core/api/contract.ts';
import { Button } from '../../design/Button.tsx';
import { Notice } from '../../design/Notice.tsx';
import { Page } from '../../design/Page.tsx';
import type { IdentifyBy } from '../../journeys/visit.ts';
import { PersonList } from '../parts/PersonList.tsx';
import { TopBar } from '../parts/TopBar.tsx';
import { CardHolder } from './CardHolder.tsx';
import { ByCard, ByFace, ByFinger } from './ways.tsx';

interface IdentifyProps {
  readonly by: IdentifyBy;
  readonly onOpen: (person: PersonSummary) => void;
  readonly onHome: () => void;
}

/** Recognises somebody by finger, face or card; by face it only proposes. */
export function Identify({ by, onOpen, onHome }: IdentifyProps) {
  const { t } = useTranslation();
  const [found, setFound] = useState<Identified | null>(null);
  const take = (identified: Identified) => {
    if (identified.outcome === 'match') onOpen(identified.person);
    else setFound(identified);
  };
  const ways = { finger: ByFinger, face: ByFace, card: ByCard } as const;
  const Way = ways[by];
  return (
    <Page
      screen="identify"
      title={t(`identify.${by}Title`)}
      header={<TopBar />}
      secondary={<Button onPress={onHome}>{t('common.back')}</Button>}
      primary={
        found && (
          <Button kind="primary" onPress={() => setFound(null)}>
            {t('identify.again')}
          </Button>
        )
      }
    >
      {found ? <Found found={found} onOpen={onOpen} /> : <Way onIdentified={take} />}
    </Page>
  );
}

function Found({
  found,
  onOpen,
}: {
  readonly found: Identified;
  readonly onOpen: (person: PersonSummary) => void;
}) {
  const { t } = useTranslation();
  if (found.outcome === 'card-holder-elsewhere') return <CardHolder card={found.card} text={found.text} />;
  if (found.outcome === 'candidates' && found.people.length > 0) {
    return (
      <>
        <Notice tone="info" title={t('identify.candidates')}>
          {t('identify.candidatesHint')}
        </Notice>
        <PersonList label={t('identify.candidates')} people={found.people} onOpen={onOpen} />
      </>
    );
  }
  return (
    <Notice tone="info" title={t('identify.nobody')}>
      {t('identify.nobodyHint')}
    </Notice>
  );
}
