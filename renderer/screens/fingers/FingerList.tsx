import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FingerPosition, FingerState } from '#core/api/contract.ts';
import { Icon, type IconName } from '../../design/icons.tsx';
import styles from './Fingers.module.css';
import { qualityWord } from './quality.ts';

interface FingerListProps {
  readonly wanted: readonly FingerPosition[];
  readonly fingers: Readonly<Partial<Record<FingerPosition, FingerState>>>;
  readonly current: FingerPosition | null;
  readonly disabled: boolean;
  readonly onChoose: (position: FingerPosition) => void;
}

/** Every finger asked for and how it stands; touching one takes it again. */
export function FingerList({ wanted, fingers, current, disabled, onChoose }: FingerListProps) {
  const { t } = useTranslation();
  return (
    <ul className={styles.list} aria-label={t('fingers.list')}>
      {wanted.map((position) => {
        const state = fingers[position];
        const words =
          state?.state === 'captured'
            ? t(`fingers.quality.${qualityWord(state.quality)}`)
            : state
              ? t(`fingers.reason.${state.reason}`)
              : t(`fingers.state.${position === current ? 'now' : 'todo'}`);
        return (
          <li key={position}>
            <Button
              className={`${styles.finger} ${position === current ? styles.current : ''}`}
              aria-current={position === current ? 'step' : undefined}
              isDisabled={disabled}
              onPress={() => onChoose(position)}
            >
              <Icon name={iconOf(state)} />
              <span>
                <span className={styles.name}>{t(`fingers.position.${position}`)}</span>
                <span className={styles.state}>{words}</span>
              </span>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

function iconOf(state: FingerState | undefined): IconName {
  if (!state) return 'finger';
  return state.state === 'captured' ? 'check' : 'cross';
}
