import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { faceHints } from '#core/api/contract.ts';
import type { Failure } from '../../api/answer.ts';
import { Notice } from '../../design/Notice.tsx';

/** Why something did not work and what to do, in the core's own words where it gave any. */
export function Failed({
  failure,
  action,
}: {
  readonly failure: Failure | null;
  readonly action?: ReactNode;
}) {
  const { t } = useTranslation();
  if (!failure) return null;
  const own = failure.outcome === 'core-unreachable' ? 'core' : 'unknown';
  const hint = hintOf(failure);
  const worded = failure.outcome === 'refused' && failure.sentence !== '';
  return (
    <Notice tone="bad" title={worded ? failure.sentence : t(`failure.${own}.sentence`)} action={action}>
      {hint ? t(`face.hint.${hint}`) : worded ? failure.remedy : t(`failure.${own}.remedy`)}
    </Notice>
  );
}

/** What the person in a poor photo can do. */
function hintOf(failure: Failure) {
  if (failure.outcome !== 'refused' || failure.code !== 'poor-face') return undefined;
  return faceHints.find((hint) => hint !== 'good' && failure.fields.includes(hint));
}
