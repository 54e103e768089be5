import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { GiveConsent, Language } from '#core/api/contract.ts';
import { enrolments } from '../../api/kiosk.ts';
import { Button } from '../../design/Button.tsx';
import { Card } from '../../design/Card.tsx';
import { Choice } from '../../design/Choice.tsx';
import { Confirm } from '../../design/Confirm.tsx';
import { languageFacts } from '../../i18n.ts';
import { useKiosk } from '../../kiosk-context.tsx';
import type { StepProps } from '../Enrolment.tsx';
import { EnrolmentPage } from '../parts/EnrolmentPage.tsx';
import { Failed } from '../parts/Failed.tsx';
import { useAsk } from '../parts/use-ask.ts';
import styles from './Consent.module.css';

type Given = z.infer<typeof GiveConsent>['given'];
const ways: readonly Given[] = ['spoken', 'touch', 'thumb-impression', 'signature', 'guardian'];

/** The consent text in the person's language, large, and how the person agreed. */
export function Consent({ draft, onSaved, onLeave }: StepProps) {
  const { t, i18n } = useTranslation();
  const { view, language: screenLanguage } = useKiosk();
  const { ask, busy, failure } = useAsk();
  const [language, setLanguage] = useState<Language>(draft.consent?.language ?? screenLanguage);
  const [given, setGiven] = useState<Given>(
    draft.consent?.given ?? (view.mode === 'self-service' ? 'touch' : 'spoken'),
  );
  const [declining, setDeclining] = useState(false);
  const touched = given === 'touch';
  const agree = () =>
    ask(() => enrolments.consent(draft.id, { textVersion: view.consent.version, language, given }), onSaved);
  const languages = view.languages.map((value) => ({ value, label: languageFacts(value).name, lang: value }));
  return (
    <EnrolmentPage
      screen="consent"
      step="consent"
      title={t('consent.title')}
      lead={t('consent.lead')}
      onLeave={onLeave}
      more={
        <Button kind="danger" onPress={() => setDeclining(true)}>
          {t('consent.disagree')}
        </Button>
      }
      primary={
        <Button
          kind="primary"
          icon="check"
          busy={busy}
          onPress={agree}
          lang={touched ? language : screenLanguage}
        >
          {touched ? i18n.getFixedT(language)('consent.agree') : t('consent.agreed')}
        </Button>
      }
    >
      <Failed failure={failure} />
      <div className={styles.columns}>
        <div className={styles.side}>
          <Choice label={t('consent.textIn')} options={languages} value={language} onChange={setLanguage} />
          <blockquote className={styles.text} lang={language} dir={languageFacts(language).dir}>
            {view.consent.text[language]}
          </blockquote>
        </div>
        <Card>
          <Choice
            label={t('consent.how')}
            layout="column"
            options={ways.map((value) => ({ value, label: t(`consent.given.${value}`) }))}
            value={given}
            onChange={setGiven}
          />
        </Card>
      </div>
      <Confirm
        open={declining}
        onClose={() => setDeclining(false)}
        title={t('consent.disagreeTitle')}
        text={t('consent.disagreeText')}
      >
        <Button kind="danger" busy={busy} onPress={() => ask(() => enrolments.discard(draft.id), onLeave)}>
          {t('consent.disagreeConfirm')}
        </Button>
      </Confirm>
    </EnrolmentPage>
  );
}
