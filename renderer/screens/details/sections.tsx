import { useTranslation } from 'react-i18next';
import { Card } from '../../design/Card.tsx';
import { Choice } from '../../design/Choice.tsx';
import { Field } from '../../design/Field.tsx';
import { Pick } from '../../design/Pick.tsx';
import { languageFacts } from '../../i18n.ts';
import { useKiosk } from '../../kiosk-context.tsx';
import { BirthEntry } from './BirthEntry.tsx';
import styles from './Details.module.css';
import type { Area, DetailsForm, Entry } from './form.ts';

export interface SectionProps {
  readonly form: DetailsForm;
  readonly set: (change: Partial<DetailsForm>) => void;
  readonly error: (entry: Entry) => string | undefined;
}

const sexes = ['female', 'male', 'other'] as const;

/** Names, sex and birth. */
export function WhoSection({ form, set, error }: SectionProps) {
  const { t } = useTranslation();
  const { view } = useKiosk();
  const scripts = view.languages.filter((language) => language !== 'en');
  return (
    <Card title={t('details.who')}>
      <Field
        label={t('details.name')}
        hint={t('details.nameHint')}
        value={form.name}
        onChange={(name) => set({ name })}
        error={error('name')}
        lang="en"
        maxLength={80}
        autoFocus
      />
      {scripts.length > 0 && (
        <div className={styles.native}>
          <Field
            label={t('details.nativeName')}
            optional
            value={form.nativeName}
            onChange={(nativeName) => set({ nativeName })}
            error={error('nativeName')}
            lang={form.nativeLanguage}
            maxLength={80}
          />
          <Pick
            label={t('details.nativeLanguage')}
            options={scripts.map((value) => ({ value, label: languageFacts(value).name, lang: value }))}
            value={scripts.find((script) => script === form.nativeLanguage) ?? null}
            onChange={(nativeLanguage) => set({ nativeLanguage })}
          />
        </div>
      )}
      <Choice
        label={t('details.sex')}
        options={sexes.map((value) => ({ value, label: t(`person.sex.${value}`) }))}
        value={sexes.find((sex) => sex === form.sex) ?? null}
        onChange={(sex) => set({ sex })}
        error={error('sex')}
      />
      <BirthEntry form={form} set={set} error={error} />
    </Card>
  );
}

/** Where the person lives and can be reached. */
export function HomeSection({ form, set, error, areas }: SectionProps & { readonly areas: readonly Area[] }) {
  const { t } = useTranslation();
  return (
    <Card title={t('details.where')}>
      <Field
        label={t('details.line')}
        value={form.line}
        onChange={(line) => set({ line })}
        error={error('line')}
        maxLength={160}
      />
      <Field
        label={t('details.village')}
        optional
        value={form.village}
        onChange={(village) => set({ village })}
        error={error('village')}
        maxLength={80}
      />
      <div className={styles.pair}>
        <Pick
          label={t('details.district')}
          options={areas.map(({ district, districtLgd }) => ({ value: districtLgd, label: district }))}
          value={form.district === '' ? null : form.district}
          onChange={(district) => set({ district })}
          error={error('district')}
        />
        <Field
          label={t('details.pin')}
          optional
          value={form.pin}
          onChange={(pin) => set({ pin })}
          error={error('pin')}
          inputMode="numeric"
          maxLength={7}
        />
      </div>
      <Field
        label={t('details.phone')}
        hint={t('details.phoneHint')}
        optional
        value={form.phone}
        onChange={(phone) => set({ phone })}
        error={error('phone')}
        inputMode="tel"
        maxLength={16}
      />
    </Card>
  );
}
