import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { Field } from './Field.tsx';
import styles from './PinPad.module.css';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

interface PinPadProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength: number;
}

/** A numeric pad beside a hidden entry; a keyboard types into the same entry. */
export function PinPad({ label, value, onChange, maxLength }: PinPadProps) {
  const { t } = useTranslation();
  const set = (text: string) => onChange(text.replace(/\D/g, '').slice(0, maxLength));
  const key = (digit: string) => (
    <Button key={digit} onPress={() => set(value + digit)}>
      {digit}
    </Button>
  );
  return (
    <div className={styles.pad}>
      <Field
        label={label}
        value={value}
        onChange={set}
        type="password"
        inputMode="none"
        size="large"
        autoFocus
      />
      <p className="visually-hidden" aria-live="polite">
        {t('signIn.entered', { count: value.length })}
      </p>
      <div className={styles.keys} dir="ltr">
        {digits.map(key)}
        <span />
        {key('0')}
        <Button icon="erase" label={t('signIn.delete')} onPress={() => set(value.slice(0, -1))}>
          {null}
        </Button>
      </div>
    </div>
  );
}
