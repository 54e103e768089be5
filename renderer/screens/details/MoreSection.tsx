import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/Button.tsx';
import { Card } from '../../design/Card.tsx';
import { Field } from '../../design/Field.tsx';
import { Pick } from '../../design/Pick.tsx';
import styles from './Details.module.css';
import type { Entry } from './form.ts';
import type { SectionProps } from './sections.tsx';

const relations = ['head', 'spouse', 'child', 'parent', 'sibling', 'grandchild', 'other'] as const;
const bloodGroups = ['A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-'] as const;
const notKnown = 'not-known';

const moreEntries: readonly Entry[] = [
  'guardian',
  'household',
  'relation',
  'abha',
  'bloodGroup',
  'allergies',
  'conditions',
  'emergencyName',
  'emergencyPhone',
];

const moreTyped = [
  'guardian',
  'household',
  'abha',
  'bloodGroup',
  'allergies',
  'conditions',
  'emergencyName',
] as const;

/** What helps but is never needed; folded away until wanted, or until something in it is wrong. */
export function MoreSection({ form, set, error }: SectionProps) {
  const { t } = useTranslation();
  const filled = moreTyped.some((entry) => form[entry] !== '');
  const [opened, setOpened] = useState(filled);
  const open = opened || moreEntries.some((entry) => error(entry) !== undefined);
  if (!open) {
    return (
      <div className={styles.folded}>
        <Button icon="down" onPress={() => setOpened(true)}>
          {t('details.more')} ({t('common.optional')})
        </Button>
        <p>{t('details.moreHint')}</p>
      </div>
    );
  }
  return (
    <Card title={t('details.more')}>
      <div className={styles.more}>
        <Field
          label={t('details.guardian')}
          optional
          value={form.guardian}
          onChange={(guardian) => set({ guardian })}
          error={error('guardian')}
          maxLength={80}
        />
        <Field
          label={t('details.abha')}
          hint={t('details.abhaHint')}
          optional
          value={form.abha}
          onChange={(abha) => set({ abha })}
          error={error('abha')}
          inputMode="numeric"
          maxLength={17}
        />
        <Field
          label={t('details.household')}
          optional
          value={form.household}
          onChange={(household) => set({ household })}
          error={error('household')}
          maxLength={30}
        />
        <Pick
          label={t('details.relation')}
          optional
          options={relations.map((value) => ({ value, label: t(`details.relations.${value}`) }))}
          value={relations.find((relation) => relation === form.relation) ?? null}
          onChange={(relation) => set({ relation })}
          error={error('relation')}
        />
        <Field
          label={t('details.emergencyName')}
          optional
          value={form.emergencyName}
          onChange={(emergencyName) => set({ emergencyName })}
          error={error('emergencyName')}
          maxLength={80}
        />
        <Field
          label={t('details.emergencyPhone')}
          optional
          value={form.emergencyPhone}
          onChange={(emergencyPhone) => set({ emergencyPhone })}
          error={error('emergencyPhone')}
          inputMode="tel"
          maxLength={16}
        />
        <Pick
          label={t('details.bloodGroup')}
          optional
          options={[
            { value: notKnown, label: t('details.notKnown') },
            ...bloodGroups.map((value) => ({ value, label: value, lang: 'en' })),
          ]}
          value={form.bloodGroup === '' ? null : form.bloodGroup}
          onChange={(group) => set({ bloodGroup: group === notKnown ? '' : group })}
          error={error('bloodGroup')}
        />
        <Field
          label={t('details.allergies')}
          hint={t('details.listHint')}
          optional
          value={form.allergies}
          onChange={(allergies) => set({ allergies })}
          error={error('allergies')}
          maxLength={300}
        />
        <Field
          label={t('details.conditions')}
          hint={t('details.listHint')}
          optional
          value={form.conditions}
          onChange={(conditions) => set({ conditions })}
          error={error('conditions')}
          maxLength={300}
        />
      </div>
      <p>{t('details.clinicalConsent')}</p>
    </Card>
  );
}
