import { useTranslation } from 'react-i18next';
import { Button } from '../../design/Button.tsx';
import { Card } from '../../design/Card.tsx';
import { Choice } from '../../design/Choice.tsx';
import { Field } from '../../design/Field.tsx';
import styles from './Review.module.css';

export interface Verdict {
  readonly answer: 'same' | 'different' | null;
  readonly reason: string;
}

interface DecisionCardProps {
  readonly verdict: Verdict;
  readonly onChange: (verdict: Verdict) => void;
  /** Whether the operator tried to go on, so that what is missing may be said. */
  readonly checked: boolean;
}

const reasons = ['relative', 'looks', 'known', 'papers'] as const;
const shortestReason = 3;

/** The same person or not; if not, how the operator knows. */
export function DecisionCard({ verdict, onChange, checked }: DecisionCardProps) {
  const { t } = useTranslation();
  const lacking = verdict.reason.trim().length < shortestReason;
  return (
    <Card>
      <Choice
        label={t('review.decide')}
        options={[
          { value: 'same', label: t('review.same'), hint: t('review.sameHint') },
          { value: 'different', label: t('review.different'), hint: t('review.differentHint') },
        ]}
        value={verdict.answer}
        onChange={(answer) => onChange({ ...verdict, answer })}
        error={checked && verdict.answer === null ? t('review.choose') : undefined}
      />
      {verdict.answer === 'different' && (
        <>
          <h2>{t('review.reason')}</h2>
          <div className={styles.reasons}>
            {reasons.map((reason) => {
              const words = t(`review.reasons.${reason}`);
              return (
                <Button
                  key={reason}
                  pressed={verdict.reason === words}
                  onPress={() => onChange({ ...verdict, reason: words })}
                >
                  {words}
                </Button>
              );
            })}
          </div>
          <Field
            label={t('review.reasonOther')}
            value={verdict.reason}
            onChange={(reason) => onChange({ ...verdict, reason })}
            maxLength={300}
            error={checked && lacking ? t('review.reasonMissing') : undefined}
          />
        </>
      )}
    </Card>
  );
}
