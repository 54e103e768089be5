import { useMachine } from '@xstate/react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KioskView } from '#core/api/contract.ts';
import type { Failure } from './api/answer.ts';
import { carryToken, onSignedOut } from './api/client.ts';
import { kiosk } from './api/kiosk.ts';
import { Button } from './design/Button.tsx';
import { Page } from './design/Page.tsx';
import { visitMachine } from './journeys/visit.ts';
import { KioskProvider, SessionProvider } from './kiosk-context.tsx';
import { Enrolment } from './screens/Enrolment.tsx';
import { Home } from './screens/home/Home.tsx';
import { Identify } from './screens/identify/Identify.tsx';
import { ChooseLanguage } from './screens/language/ChooseLanguage.tsx';
import { Failed } from './screens/parts/Failed.tsx';
import { EnrolledPerson } from './screens/person/EnrolledPerson.tsx';
import { SignInScreen } from './screens/sign-in/SignInScreen.tsx';

/** The kiosk's screens: waits for the core, then shows the visit. */
export function App() {
  const { t } = useTranslation();
  const [view, setView] = useState<KioskView | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const load = useCallback(async () => {
    const answer = await kiosk.view();
    if (answer.outcome === 'answered') setView(answer.value);
    else setFailure(answer);
  }, []);
  useEffect(() => {
    load();
  }, [load]);
  if (view) {
    return (
      <KioskProvider view={view}>
        <Visit />
      </KioskProvider>
    );
  }
  if (!failure) return null;
  return (
    <Page
      screen="no-core"
      title={t('failure.core.sentence')}
      primary={<Button onPress={load}>{t('common.tryAgain')}</Button>}
    >
      <Failed failure={failure} />
    </Page>
  );
}

function Visit() {
  const [state, send] = useMachine(visitMachine);
  const { session, draft, person, by } = state.context;

  useEffect(() => onSignedOut(() => send({ type: 'signedOut' })), [send]);
  const leave = useCallback(() => {
    kiosk.signOut();
    carryToken(null);
    send({ type: 'signedOut' });
  }, [send]);
  const home = useCallback(() => send({ type: 'home' }), [send]);

  if (state.matches('language')) return <ChooseLanguage onChosen={() => send({ type: 'languageChosen' })} />;
  if (state.matches('signIn') || !session) {
    const begin = (opened: NonNullable<typeof session>) => {
      carryToken(opened.token);
      send({ type: 'signedIn', session: opened });
    };
    return <SignInScreen onSignedIn={begin} />;
  }
  const open = (found: NonNullable<typeof person>) => send({ type: 'openPerson', person: found });
  const screen = () => {
    if (state.matches({ signedIn: 'enrolment' }) && draft) return <Enrolment draft={draft} onLeave={home} />;
    if (state.matches({ signedIn: 'person' }) && person)
      return <EnrolledPerson person={person} onHome={home} />;
    if (state.matches({ signedIn: 'identify' })) return <Identify by={by} onOpen={open} onHome={home} />;
    return (
      <Home
        onEnrol={(started) => send({ type: 'enrol', draft: started })}
        onIdentify={(way) => send({ type: 'identify', by: way })}
        onOpen={open}
      />
    );
  };
  return (
    <SessionProvider session={session} leave={leave}>
      {screen()}
    </SessionProvider>
  );
}
