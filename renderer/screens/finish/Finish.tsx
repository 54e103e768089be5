import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/Button.tsx';
import { EnrolmentPage } from '../parts/EnrolmentPage.tsx';
import { CardDesk } from './CardDesk.tsx';

interface FinishProps {
  readonly number: string;
  readonly updated: boolean;
  readonly onNext: () => void;
}

/** Enrolled: show, print and check the card, then the next person. */
export function Finish({ number, updated, onNext }: FinishProps) {
  const { t } = useTranslation();
  const [issued, setIssued] = useState(false);
  return (
    <EnrolmentPage
      screen="finish"
      step="card"
      title={updated ? t('finish.titleUpdated') : t('finish.title')}
      lead={t('finish.saved')}
      primary={
        <Button kind={issued ? 'primary' : 'secondary'} onPress={onNext}>
          {issued ? t('finish.next') : t('finish.later')}
        </Button>
      }
    >
      <CardDesk number={number} issued={issued} onIssued={() => setIssued(true)} />
    </EnrolmentPage>
  );
}
