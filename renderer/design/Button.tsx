import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './Button.module.css';
import { Icon, type IconName } from './icons.tsx';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  /** primary: the one thing to do here; secondary: also possible; quiet: seldom; danger: something is lost. */
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly icon?: IconName;
  /** Under way: stays where it is, says so, and does not fire again. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly submit?: boolean;
  readonly lang?: string;
  readonly label?: string;
  readonly pressed?: boolean;
}

/** A button at least 56 px high. */
export function Button({ children, onPress, kind = 'secondary', icon, busy, ...rest }: ButtonProps) {
  const { t } = useTranslation();
  return (
    <>
      <AriaButton
        className={`${styles.button} ${styles[kind]}`}
        isDisabled={rest.disabled ?? false}
        type={rest.submit && !busy ? 'submit' : 'button'}
        {...(onPress && !busy ? { onPress } : {})}
        {...(rest.label ? { 'aria-label': rest.label } : {})}
        {...(rest.pressed === undefined ? {} : { 'aria-pressed': rest.pressed })}
      >
        {busy ? <span className={styles.spinner} /> : icon && <Icon name={icon} />}
        <span lang={rest.lang}>{children}</span>
      </AriaButton>
      {busy && (
        <span role="status" className="visually-hidden">
          {t('common.loading')}
        </span>
      )}
    </>
  );
}
