import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision } from '#core/api/contract.ts';
import { enrolments } from '../../api/kiosk.ts';
import { Button } from '../../design/Button.tsx';
import type { StepProps } from '../Enrolment.tsx';
import { EnrolmentPage } from '../parts/EnrolmentPage.tsx';
import { Failed } from '../parts/Failed.tsx';
import { useAsk } from '../parts/use-ask.ts';
import { CandidateCard, HereCard } from './cards.tsx';
import { DecisionCard, type Verdict } from './DecisionCard.tsx';
import styles from './Review.module.css';

const shortestReason = 3;

/** Somebody alike is enrolled: both side by side, what agrees in words, and the operator's decision. */
export function Review({ draft, onSaved, onBack, onLeave }: StepProps) {
  const { t } = useTranslation();
  const { ask, busy, failure } = useAsk();
  const [shown, setShown] = useState(0);
  const [verdict, setVerdict] = useState<Verdict>({ answer: null, reason: '' });
  const [checked, setChecked] = useState(false);
  const candidates = draft.review?.candidates ?? [];
  const candidate = candidates[shown];
  const onlySame = draft.review?.band === 'same';

  const decision = (): Decision | null => {
    if (onlySame || verdict.answer === 'same') {
      return candidate ? { decision: 'same-person', personId: candidate.person.id } : null;
    }
    const reason = verdict.reason.trim();
    if (verdict.answer !== 'different' || reason.length < shortestReason) return null;
    return { decision: 'new-person', reason };
  };
  const submit = () => {
    setChecked(true);
    const decided = decision();
    if (decided) ask(() => enrolments.decide(draft.id, decided), onSaved);
  };
  return (
    <EnrolmentPage
      screen="review"
      step="check"
      title={onlySame ? t('review.titleSame') : t('review.title')}
      lead={onlySame ? t('review.leadSame') : t('review.lead')}
      onBack={onBack}
      onLeave={onLeave}
      primary={
        <Button kind="primary" busy={busy} onPress={submit}>
          {onlySame ? t('review.same') : t('review.submit')}
        </Button>
      }
    >
      <Failed failure={failure} />
      <div className={styles.columns}>
        <HereCard draft={draft} />
        {candidate && (
          <CandidateCard
            candidate={candidate}
            number={shown + 1}
            count={candidates.length}
            onNext={() => setShown((shown + 1) % candidates.length)}
          />
        )}
      </div>
      {!onlySame && <DecisionCard verdict={verdict} onChange={setVerdict} checked={checked} />}
    </EnrolmentPage>
  );
}
