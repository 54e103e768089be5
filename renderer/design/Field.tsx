import type { ReactNode, Ref } from 'react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './Field.module.css';
import { Icon } from './icons.tsx';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly optional?: boolean;
  /** What is wrong with the entry, or undefined. */
  readonly error?: string | undefined;
  /** The language written here, for fonts, direction and the screen keyboard. */
  readonly lang?: string;
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'none' | 'search';
  readonly type?: 'text' | 'password';
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  readonly size?: 'normal' | 'large';
  readonly name?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** One line of text with its label above and its error below. */
export function Field({ label, value, onChange, hint, optional, error, ...rest }: FieldProps) {
  return (
    <TextField
      className={styles.field ?? ''}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      isRequired={false}
      type={rest.type ?? 'text'}
      {...(rest.autoFocus ? { autoFocus: true } : {})}
      {...(rest.name ? { name: rest.name } : {})}
    >
      <Label className={styles.label ?? ''}>
        {label}
        {optional && <Optional />}
      </Label>
      <Input
        className={`${styles.input} ${rest.size === 'large' ? styles.large : ''}`}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        dir={directionOf(rest, value)}
        lang={rest.lang}
        inputMode={rest.inputMode}
        maxLength={rest.maxLength}
        ref={rest.inputRef}
      />
      {hint && !error && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>
        <Icon name="alert" />
        {error}
      </FieldError>
    </TextField>
  );
}

/** Groups of digits run left to right everywhere; words as what was typed does, and before that as the screen does. */
function directionOf({ lang, inputMode }: Pick<FieldProps, 'lang' | 'inputMode'>, value: string) {
  if (inputMode === 'numeric' || inputMode === 'tel') return 'ltr';
  return lang || value !== '' ? 'auto' : undefined;
}

/** The word that marks what may be left out. */
export function Optional(): ReactNode {
  const { t } = useTranslation();
  return <span className={styles.optional}> ({t('common.optional')})</span>;
}
