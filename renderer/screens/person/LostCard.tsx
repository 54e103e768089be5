import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardSummary } from '#core/api/contract.ts';
import { cards, people } from '../../api/kiosk.ts';
import { Button } from '../../design/Button.tsx';
import { Choice } from '../../design/Choice.tsx';
import { Confirm } from '../../design/Confirm.tsx';
import { Notice } from '../../design/Notice.tsx';
import { Failed } from '../parts/Failed.tsx';
import { numberWords } from '../parts/format.ts';
import { useAsk } from '../parts/use-ask.ts';

const reasons = ['lost', 'stolen'] as const;

interface LostCardProps {
  readonly card: CardSummary;
  readonly personId: string;
  /** The card was cancelled, or a new one made. */
  readonly onChanged: (made: CardSummary | null) => void;
}

/** Cancels a card that is lost or stolen and makes a new one; cancelled already, only the latter. */
export function LostCard({ card, personId, onChanged }: LostCardProps) {
  const { t } = useTranslation();
  const { ask, busy, failure } = useAsk();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState<(typeof reasons)[number] | null>(null);
  const make = () =>
    ask(
      () => people.newCard(personId),
      (made) => onChanged(made.card),
    );
  const cancel = () => {
    setAsking(false);
    if (!reason) return;
    ask(
      () => cards.revoke(card.number, reason),
      () => {
        onChanged(null);
        make();
      },
    );
  };
  if (card.state === 'revoked') {
    return (
      <>
        <Failed failure={failure} />
        <Notice
          tone="warn"
          title={t('person.cancelled')}
          action={
            <Button kind="primary" icon="card" busy={busy} onPress={make}>
              {t('person.newCard')}
            </Button>
          }
        >
          {t('person.cancelledHint')}
        </Notice>
      </>
    );
  }
  return (
    <>
      <Failed failure={failure} />
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t('person.lostTitle', { number: numberWords(card.number) })}
        text={t('person.lostText')}
      >
        <Choice
          label={t('person.lostWhat')}
          layout="column"
          options={reasons.map((value) => ({ value, label: t(`person.lostReason.${value}`) }))}
          value={reason}
          onChange={setReason}
        />
        <Button kind="danger" disabled={reason === null} onPress={cancel}>
          {t('person.lostGo')}
        </Button>
      </Confirm>
      <div>
        <Button icon="alert" busy={busy} onPress={() => setAsking(true)}>
          {t('person.lost')}
        </Button>
      </div>
    </>
  );
}
