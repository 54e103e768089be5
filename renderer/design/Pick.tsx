import {
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Option } from './Choice.tsx';
import fieldStyles from './Field.module.css';
import { Optional } from './Field.tsx';
import { Icon } from './icons.tsx';
import styles from './Pick.module.css';

interface PickProps<T extends string> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  readonly hideLabel?: boolean;
}

/** One of many, in a list that opens. */
export function Pick<T extends string>(props: PickProps<T>) {
  const { t } = useTranslation();
  const pick = (key: unknown) => {
    const option = props.options.find((candidate) => candidate.value === key);
    if (option) props.onChange(option.value);
  };
  const chosen = props.options.find((option) => option.value === props.value);
  return (
    <Select
      className={fieldStyles.field ?? ''}
      value={props.value}
      onChange={pick}
      isInvalid={props.error !== undefined}
      placeholder={t('common.select')}
    >
      <Label className={props.hideLabel ? 'visually-hidden' : (fieldStyles.label ?? '')}>
        {props.label}
        {props.optional && <Optional />}
      </Label>
      <Button className={`${fieldStyles.input} ${styles.button}`}>
        <SelectValue className={styles.value ?? ''}>
          {chosen ? <span lang={chosen.lang}>{chosen.label}</span> : t('common.select')}
        </SelectValue>
        <Icon name="down" />
      </Button>
      <FieldError className={fieldStyles.error ?? ''}>
        <Icon name="alert" />
        {props.error}
      </FieldError>
      <Popover className={styles.popover ?? ''}>
        <ListBox className={styles.list ?? ''}>
          {props.options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className={styles.item ?? ''}
            >
              <span lang={option.lang}>{option.label}</span>
              <span className={styles.tick}>
                <Icon name="check" />
              </span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
