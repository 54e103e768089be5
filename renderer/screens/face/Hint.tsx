import { useTranslation } from 'react-i18next';
import type { Guide } from '../../camera/use-face-guide.ts';
import { Icon } from '../../design/icons.tsx';
import styles from './Hint.module.css';

/** The one thing the person before the camera should do now, large enough to read from where they stand. */
export function Hint({ hint }: { readonly hint: Guide['hint'] }) {
  const { t } = useTranslation();
  const words =
    hint === null
      ? null
      : hint === 'covered'
        ? `${t('camera.covered.sentence')} ${t('camera.covered.remedy')}`
        : t(`face.hint.${hint}`);
  return (
    <p aria-live="polite" className={words ? `${styles.hint} ${hint === 'good' ? styles.good : ''}` : ''}>
      {words && <Icon name={hint === 'good' ? 'check' : 'face'} />}
      {words && <span>{words}</span>}
    </p>
  );
}
