import { useMachine } from '@xstate/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftView } from '#core/api/contract.ts';
import { enrolments } from '../api/kiosk.ts';
import { Button } from '../design/Button.tsx';
import { enrolmentMachine } from '../journeys/enrolment.ts';
import { Consent } from './consent/Consent.tsx';
import { Details } from './details/Details.tsx';
import { Face } from './face/Face.tsx';
import { Fingers } from './fingers/Fingers.tsx';
import { Finish } from './finish/Finish.tsx';
import { EnrolmentPage } from './parts/EnrolmentPage.tsx';
import { Failed } from './parts/Failed.tsx';
import { Waiting } from './parts/Waiting.tsx';
import { Review } from './review/Review.tsx';

/** Where an enrolment's screens report to. */
export interface StepProps {
  readonly draft: DraftView;
  readonly onSaved: (draft: DraftView) => void;
  readonly onBack: () => void;
  readonly onLeave: () => void;
}

/** One enrolment, begun or resumed, from consent to card. */
export function Enrolment({
  draft: begun,
  onLeave,
}: {
  readonly draft: DraftView;
  readonly onLeave: () => void;
}) {
  const { t } = useTranslation();
  const [machine] = useState(() =>
    enrolmentMachine({ review: enrolments.review, commit: enrolments.commit }),
  );
  const [state, send] = useMachine(machine, { input: { draft: begun } });
  const { draft, failure, committed } = state.context;
  const step: StepProps = {
    draft,
    onSaved: (saved) => send({ type: 'saved', draft: saved }),
    onBack: () => send({ type: 'back' }),
    onLeave,
  };
  const onChanged = (changed: DraftView) => send({ type: 'changed', draft: changed });

  if (state.matches('consent')) return <Consent {...step} />;
  if (state.matches('details')) return <Details {...step} />;
  if (state.matches('face')) {
    return <Face {...step} onChanged={onChanged} />;
  }
  if (state.matches('fingers')) return <Fingers {...step} onChanged={onChanged} />;
  if (state.matches('review')) return <Review {...step} />;
  if (state.matches('card') && committed) {
    return <Finish number={committed.cardNumber} updated={committed.updated} onNext={onLeave} />;
  }
  if (failure) {
    const retry = (
      <Button kind="primary" onPress={() => send({ type: 'retry' })}>
        {t('common.tryAgain')}
      </Button>
    );
    return (
      <EnrolmentPage screen="check" step="check" title={t('steps.check')} primary={retry} {...step}>
        <Failed failure={failure} />
      </EnrolmentPage>
    );
  }
  return (
    <Waiting step="check" words={state.matches('committing') ? t('finish.saving') : t('review.checking')} />
  );
}
