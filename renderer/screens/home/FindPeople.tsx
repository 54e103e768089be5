import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Identified, PersonSummary } from '#core/api/contract.ts';
import { identify, people } from '../../api/kiosk.ts';
import { Button } from '../../design/Button.tsx';
import { Field } from '../../design/Field.tsx';
import { Notice } from '../../design/Notice.tsx';
import { useWedge } from '../../scanner/use-wedge.ts';
import { CardHolder } from '../identify/CardHolder.tsx';
import { Failed } from '../parts/Failed.tsx';
import { PersonList } from '../parts/PersonList.tsx';
import { StatusAsOf } from '../parts/StatusAsOf.tsx';
import { useAsk } from '../parts/use-ask.ts';
import styles from './Home.module.css';
import { looksLikeCard } from './looks-like-card.ts';

type Elsewhere = Extract<Identified, { readonly outcome: 'card-holder-elsewhere' }>;
type Found = readonly PersonSummary[] | Elsewhere;

/** One box for whatever is at hand; a keyboard-wedge scanner types the card's code into it and presses Enter. */
export function FindPeople({ onOpen }: { readonly onOpen: (person: PersonSummary) => void }) {
  const { t } = useTranslation();
  const { ask, busy, failure } = useAsk();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found | null>(null);

  const find = (sought: string) => {
    setFound(null);
    if (looksLikeCard(sought)) {
      setText('');
      return ask(
        () => identify.byCard(sought),
        (answer) => {
          if (answer.outcome === 'match') return onOpen(answer.person);
          setFound(answer.outcome === 'card-holder-elsewhere' ? answer : []);
        },
      );
    }
    return ask(
      () => people.find(sought),
      (answer) => setFound(answer.people),
    );
  };

  useWedge(find);

  return (
    <search className={styles.results}>
      <Form
        className={styles.find ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') find(text);
        }}
      >
        <Field label={t('home.box')} value={text} onChange={setText} size="large" autoFocus />
        <Button kind="secondary" icon="search" submit busy={busy}>
          {t('home.find')}
        </Button>
      </Form>
      <Failed failure={failure} />
      {failure?.outcome === 'refused' && failure.statusAsOf && <StatusAsOf at={failure.statusAsOf} />}
      <Results found={failure ? null : found} onOpen={onOpen} />
    </search>
  );
}

function Results({
  found,
  onOpen,
}: {
  readonly found: Found | null;
  readonly onOpen: (person: PersonSummary) => void;
}) {
  const { t } = useTranslation();
  if (found === null) return null;
  if ('card' in found) return <CardHolder card={found.card} text={found.text} />;
  if (found.length === 0) {
    return (
      <Notice tone="info" title={t('home.nobody')}>
        {t('home.nobodyHint')}
      </Notice>
    );
  }
  return (
    <>
      <p role="status">{t('home.found', { count: found.length })}</p>
      <PersonList label={t('home.found', { count: found.length })} people={found} onOpen={onOpen} />
    </>
  );
}
