import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardView, ReprintReason } from '#core/api/contract.ts';
import { cards } from '../../api/kiosk.ts';
import { Button } from '../../design/Button.tsx';
import { Choice } from '../../design/Choice.tsx';
import { Confirm } from '../../design/Confirm.tsx';
import { Notice } from '../../design/Notice.tsx';
import { Failed } from '../parts/Failed.tsx';
import { useAsk } from '../parts/use-ask.ts';

const reasons = ['spoiled', 'unreadable', 'damaged', 'never-came-out'] as const;

interface PrintCardProps {
  readonly view: CardView;
  readonly onChanged: () => void;
}

/** Puts a card in the print queue; one that was printed before, only for a reason. */
export function PrintCard({ view, onChanged }: PrintCardProps) {
  const { t } = useTranslation();
  const { ask, busy, failure } = useAsk();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState<ReprintReason | null>(null);
  const { number } = view.card;
  const again = view.printed === 'this';
  const print = (why: ReprintReason | null) => {
    setAsking(false);
    setReason(null);
    ask(() => cards.print(number, why), onChanged);
  };
  return (
    <>
      <Failed failure={failure} />
      {view.printed === 'older' && (
        <Notice tone="warn" title={t('finish.changed')}>
          {t('finish.changedHint')}
        </Notice>
      )}
      {!view.lasting && (
        <Notice tone="info" title={t('finish.shortLived')}>
          {t('finish.shortLivedHint')}
        </Notice>
      )}
      <div>
        <Button
          kind={again ? 'secondary' : 'primary'}
          icon="printer"
          busy={busy}
          onPress={() => (again ? setAsking(true) : print(null))}
        >
          {again ? t('finish.printAgain') : t('finish.print')}
        </Button>
      </div>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t('finish.reprintTitle')}
        text={t('finish.reprintText')}
      >
        <Choice
          label={t('finish.reprintTitle')}
          hideLabel
          layout="column"
          options={reasons.map((value) => ({ value, label: t(`finish.reprintReason.${value}`) }))}
          value={reason}
          onChange={setReason}
        />
        <Button kind="primary" icon="printer" disabled={reason === null} onPress={() => print(reason)}>
          {t('finish.printAgain')}
        </Button>
      </Confirm>
    </>
  );
}
