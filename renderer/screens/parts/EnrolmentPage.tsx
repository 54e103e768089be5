import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/Button.tsx';
import { Page } from '../../design/Page.tsx';
import { Stepper } from '../../design/Stepper.tsx';
import { type ShownStep, shownSteps } from '../../journeys/steps.ts';
import { TopBar } from './TopBar.tsx';

interface EnrolmentPageProps {
  readonly screen: string;
  readonly step: ShownStep;
  readonly title: string;
  readonly lead?: string;
  readonly primary?: ReactNode;
  /** More at the bottom start, after Back and leaving. */
  readonly more?: ReactNode;
  readonly onBack?: () => void;
  readonly onLeave?: () => void;
  readonly children: ReactNode;
}

/** A screen of the enrolment: its steps above, Back and leaving below. */
export function EnrolmentPage({ step, onBack, onLeave, more, ...page }: EnrolmentPageProps) {
  const { t } = useTranslation();
  const secondary = (onBack || onLeave || more) && (
    <>
      {onBack && <Button onPress={onBack}>{t('common.back')}</Button>}
      {onLeave && (
        <Button kind="quiet" onPress={onLeave}>
          {t('common.leave')}
        </Button>
      )}
      {more}
    </>
  );
  return <Page {...page} header={<TopBar />} steps={<Steps step={step} />} secondary={secondary} />;
}

/** The steps of an enrolment and where it stands. */
export function Steps({ step }: { readonly step: ShownStep }) {
  const { t } = useTranslation();
  return (
    <Stepper
      label={t('steps.label')}
      steps={shownSteps.map((id) => ({ id, label: t(`steps.${id}`) }))}
      current={shownSteps.indexOf(step)}
      words={{ done: t('steps.done'), now: t('steps.now'), later: t('steps.later') }}
    />
  );
}
