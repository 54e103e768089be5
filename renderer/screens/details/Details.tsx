import { useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Person } from '#core/api/contract.ts';
import { enrolments } from '../../api/kiosk.ts';
import { Button } from '../../design/Button.tsx';
import { Notice } from '../../design/Notice.tsx';
import { useKiosk } from '../../kiosk-context.tsx';
import type { StepProps } from '../Enrolment.tsx';
import { EnrolmentPage } from '../parts/EnrolmentPage.tsx';
import { Failed } from '../parts/Failed.tsx';
import { useAsk } from '../parts/use-ask.ts';
import styles from './Details.module.css';
import { type DetailsForm, type Entry, emptyForm, entryOf, formOf, personOf } from './form.ts';
import { MoreSection } from './MoreSection.tsx';
import { claimedIn, type Prefill, prefillFrom, prefillsOf } from './prefill.ts';
import { ScanIdentity } from './ScanIdentity.tsx';
import { HomeSection, WhoSection } from './sections.tsx';

/** Who the person is and where they live; what is wrong is said at its entry. */
export function Details({ draft, onSaved, onBack, onLeave }: StepProps) {
  const { t } = useTranslation();
  const { view, language: screenLanguage } = useKiosk();
  const { ask, busy, failure } = useAsk();
  const language = draft.consent?.language ?? screenLanguage;
  const [form, setForm] = useState<DetailsForm>(() => firstForm(draft.person, language, view.areas));
  const [wrong, setWrong] = useState<readonly Entry[]>([]);
  const [prefills, setPrefills] = useState<readonly Prefill[]>(() => prefillsOf(draft.person));

  const element = useRef<HTMLFormElement>(null);
  const [attempts, setAttempts] = useState(0);
  // After an attempt to go on, the first wrong entry takes the focus.
  useEffect(() => {
    if (attempts > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts]);

  const set = (change: Partial<DetailsForm>) => {
    const next = { ...form, ...change };
    setForm(next);
    // Once pointed out, an entry is checked again as it is typed.
    if (wrong.length > 0) setWrong(wrong.filter((entry) => wrongIn(next).includes(entry)));
  };
  const check = (checked: DetailsForm) => personOf(checked, { areas: view.areas, language, today: today() });
  const wrongIn = (checked: DetailsForm) => {
    const result = check(checked);
    return result.outcome === 'wrong' ? result.entries : [];
  };
  const save = () => {
    const checked = check(form);
    if (checked.outcome === 'wrong') {
      setAttempts(attempts + 1);
      return setWrong(checked.entries);
    }
    ask(async () => {
      const claimed = claimedIn(form, prefills);
      const person = claimed.length > 0 ? { ...checked.person, claimed } : checked.person;
      const answer = await enrolments.details(draft.id, person);
      if (answer.outcome === 'refused') setWrong(entriesOf(answer.fields, form));
      return answer;
    }, onSaved);
  };
  const section = {
    form,
    set,
    error: (entry: Entry) => (wrong.includes(entry) ? t(`details.errors.${entry}`) : undefined),
  };
  return (
    <Form
      ref={element}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) save();
      }}
    >
      <EnrolmentPage
        screen="details"
        step="details"
        title={t('details.title')}
        lead={t('details.lead')}
        onBack={onBack}
        onLeave={onLeave}
        primary={
          <Button kind="primary" submit busy={busy}>
            {t('common.next')}
          </Button>
        }
      >
        <Failed failure={failure} />
        {wrong.length > 0 && !failure && (
          <Notice tone="bad" title={t('details.wrong', { count: wrong.length })} />
        )}
        <ScanIdentity
          card={prefills.at(-1)?.card ?? null}
          onRead={(card) => {
            const prefill = prefillFrom(card, view.areas);
            setPrefills([...prefills.filter((other) => other.card.source !== card.source), prefill]);
            set(prefill.change);
          }}
        />
        <div className={styles.columns}>
          <WhoSection {...section} />
          <HomeSection {...section} areas={view.areas} />
        </div>
        <MoreSection key={prefills.length} {...section} />
      </EnrolmentPage>
    </Form>
  );
}

function firstForm(
  person: Person | null,
  language: Person['language'],
  areas: readonly { readonly districtLgd: string }[],
): DetailsForm {
  if (person) return formOf(person);
  const district = areas.length === 1 ? (areas[0]?.districtLgd ?? '') : '';
  return { ...emptyForm, district, nativeLanguage: language === 'en' ? emptyForm.nativeLanguage : language };
}

function entriesOf(fields: readonly string[], form: DetailsForm): readonly Entry[] {
  return fields.map((field) => entryOf(field, form)).filter((entry) => entry !== null);
}

/** Today's date where the kiosk stands, ISO 8601. */
function today(): string {
  const now = new Date();
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}
