import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CaptureProgress, KioskStatus, KioskView, Language, Session } from '#core/api/contract.ts';
import { answerIn } from './api/client.ts';
import { listen } from './api/events.ts';
import { speak } from './i18n.ts';

interface Kiosk {
  readonly view: KioskView;
  /** As last told by the event stream. */
  readonly status: KioskStatus;
  /** False while the core does not answer. */
  readonly connected: boolean;
  /** How far the running fingerprint capture has come; null when none runs. */
  readonly capture: CaptureProgress | null;
  readonly clearCapture: () => void;
  readonly language: Language;
  readonly speak: (language: Language) => void;
}

const KioskContext = createContext<Kiosk | null>(null);
const SessionContext = createContext<{ readonly session: Session; readonly leave: () => void } | null>(null);

/** Gives every screen the kiosk, its live state and the language. */
export function KioskProvider({
  view,
  children,
}: {
  readonly view: KioskView;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const [status, setStatus] = useState(view.status);
  const [connected, setConnected] = useState(true);
  const [capture, setCapture] = useState<CaptureProgress | null>(null);
  const [language, setLanguage] = useState<Language>(view.languages[0] ?? 'en');

  useEffect(() => listen({ status: setStatus, connected: setConnected, capture: setCapture }), []);
  useEffect(() => {
    answerIn(language);
    speak(language);
    document.title = view.programme[language];
  }, [language, view.programme]);

  const clearCapture = useCallback(() => setCapture(null), []);
  const kiosk = useMemo(
    () => ({ view, status, connected, capture, clearCapture, language, speak: setLanguage }),
    [view, status, connected, capture, clearCapture, language],
  );
  return (
    <I18nProvider locale={t('language.locale')}>
      <KioskContext value={kiosk}>{children}</KioskContext>
    </I18nProvider>
  );
}

/** Gives the signed-in screens their session and the way out. */
export function SessionProvider(props: {
  readonly session: Session;
  readonly leave: () => void;
  readonly children: ReactNode;
}) {
  const { session, leave, children } = props;
  const value = useMemo(() => ({ session, leave }), [session, leave]);
  return <SessionContext value={value}>{children}</SessionContext>;
}

/** The kiosk; only inside KioskProvider. */
export function useKiosk(): Kiosk {
  const kiosk = useContext(KioskContext);
  if (!kiosk) throw new Error('useKiosk outside KioskProvider');
  return kiosk;
}

/** Who is signed in, or null before that. */
export function useSession() {
  return useContext(SessionContext);
}
