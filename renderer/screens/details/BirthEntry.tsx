import { useTranslation } from 'react-i18next';
import { Choice } from '../../design/Choice.tsx';
import fieldStyles from '../../design/Field.module.css';
import { Field } from '../../design/Field.tsx';
import { Icon } from '../../design/icons.tsx';
import styles from './Details.module.css';
import type { SectionProps } from './sections.tsx';

const ways = ['date', 'year', 'age'] as const;

/** Birth as well as it is known: a date in the order it is spoken here, only the year, or only the age. */
export function BirthEntry({ form, set, error }: SectionProps) {
  const { t } = useTranslation();
  const number = (name: 'day' | 'month' | 'year' | 'age', length: number, own?: string) => (
    <Field
      label={t(`details.${name}`)}
      value={form[name]}
      onChange={(text) => set({ [name]: text.replace(/\D/g, '') })}
      inputMode="numeric"
      maxLength={length}
      error={own}
    />
  );
  const dateError = error('birthDate');
  return (
    <>
      <Choice
        label={t('details.birth')}
        options={ways.map((value) => ({ value, label: t(`details.birthKnown.${value}`) }))}
        value={ways.find((way) => way === form.birthKnown) ?? null}
        onChange={(birthKnown) => set({ birthKnown })}
      />
      {form.birthKnown === 'date' && (
        <fieldset className={fieldStyles.field} aria-describedby={dateError ? 'birth-date-error' : undefined}>
          <legend className="visually-hidden">{t('details.birth')}</legend>
          <div className={`${styles.date} ${dateError ? styles.wrongDate : ''}`}>
            {number('day', 2)}
            {number('month', 2)}
            {number('year', 4)}
          </div>
          {dateError && (
            <p id="birth-date-error" className={fieldStyles.error}>
              <Icon name="alert" />
              {dateError}
            </p>
          )}
        </fieldset>
      )}
      {form.birthKnown === 'year' && number('year', 4, error('birthYear'))}
      {form.birthKnown === 'age' && number('age', 3, error('birthAge'))}
    </>
  );
}
