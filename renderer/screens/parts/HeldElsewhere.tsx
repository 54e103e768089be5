import { useTranslation } from 'react-i18next';
import { Notice } from '../../design/Notice.tsx';
import { StatusAsOf } from './StatusAsOf.tsx';

/** A genuine card of somebody whose record is on another kiosk. */
export function HeldElsewhere() {
  const { t } = useTranslation();
  return (
    <>
      <Notice tone="warn" title={t('home.elsewhere')} />
      <StatusAsOf />
    </>
  );
}
