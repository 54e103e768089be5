import { FieldError, Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './Choice.module.css';
import fieldStyles from './Field.module.css';
import { Optional } from './Field.tsx';
import { Icon } from './icons.tsx';

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
  readonly lang?: string;
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  /** row: side by side where there is room; column: one under the other. */
  readonly layout?: 'row' | 'column';
  readonly hideLabel?: boolean;
}

/** One of a few: large segments, the chosen one with a tick as well as a colour. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, options, value, onChange, error, optional, layout = 'row', hideLabel } = props;
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <RadioGroup
      className={fieldStyles.field ?? ''}
      value={value}
      onChange={choose}
      isInvalid={error !== undefined}
      orientation={layout === 'row' ? 'horizontal' : 'vertical'}
    >
      <Label className={hideLabel ? 'visually-hidden' : (fieldStyles.label ?? '')}>
        {label}
        {optional && <Optional />}
      </Label>
      <div className={`${styles.options} ${styles[layout]}`}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={styles.option ?? ''}>
            <span className={styles.tick}>
              <Icon name="check" />
            </span>
            <span lang={option.lang}>
              {option.label}
              {option.hint && <span className={styles.hint}>{option.hint}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldError className={fieldStyles.error ?? ''}>
        <Icon name="alert" />
        {error}
      </FieldError>
    </RadioGroup>
  );
}
