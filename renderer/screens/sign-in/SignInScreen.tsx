import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Session } from '#core/api/contract.ts';
import { kiosk } from '../../api/kiosk.ts';
import { Button } from '../../design/Button.tsx';
import { Card } from '../../design/Card.tsx';
import { Choice } from '../../design/Choice.tsx';
import { Notice } from '../../design/Notice.tsx';
import { Page } from '../../design/Page.tsx';
import { PinPad } from '../../design/PinPad.tsx';
import { useKiosk } from '../../kiosk-context.tsx';
import { Failed } from '../parts/Failed.tsx';
import { TopBar } from '../parts/TopBar.tsx';
import { useAsk } from '../parts/use-ask.ts';
import styles from './SignInScreen.module.css';

const shortestPin = 4;
const longestPin = 12;

/** Who works here, and their PIN. */
export function SignInScreen({ onSignedIn }: { readonly onSignedIn: (session: Session) => void }) {
  const { t } = useTranslation();
  const { view } = useKiosk();
  const { ask, busy, failure } = useAsk();
  const [operator, setOperator] = useState(view.demo?.operator ?? view.operators[0]?.id ?? '');
  const [pin, setPin] = useState('');
  const signIn = () =>
    ask(async () => {
      const answer = await kiosk.signIn(operator, pin);
      setPin('');
      return answer;
    }, onSignedIn);
  const submit = (
    <Button kind="primary" submit busy={busy} disabled={pin.length < shortestPin || operator === ''}>
      {t('signIn.submit')}
    </Button>
  );
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        if (pin.length >= shortestPin && !busy) signIn();
      }}
    >
      <Page screen="sign-in" title={t('signIn.title')} header={<TopBar />} primary={submit}>
        <div className={styles.columns}>
          <Card>
            <Failed failure={failure} />
            {view.operators.length > 0 ? (
              <Choice
                label={t('signIn.operator')}
                layout="column"
                options={view.operators.map(({ id, name }) => ({ value: id, label: name }))}
                value={operator}
                onChange={setOperator}
              />
            ) : (
              <Notice tone="warn" title={t('signIn.noOperators')} />
            )}
            {view.demo && <Notice tone="info" title={t('signIn.demo', { pin: view.demo.pin })} />}
          </Card>
          <Card label={t('signIn.pin')}>
            <PinPad label={t('signIn.pin')} value={pin} onChange={setPin} maxLength={longestPin} />
          </Card>
        </div>
      </Page>
    </Form>
  );
}
