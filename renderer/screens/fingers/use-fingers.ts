import { useEffect, useEffectEvent, useState } from 'react';
import type { DraftView, FingerCaptured, FingerException, FingerPosition } from '#core/api/contract.ts';
import { enrolments } from '../../api/kiosk.ts';
import { useKiosk } from '../../kiosk-context.tsx';
import { useAsk } from '../parts/use-ask.ts';
import { qualityWord } from './quality.ts';

/** How long a result is shown before the next finger's turn comes by itself. */
const showFor = 1500;

interface FingersIn {
  readonly draft: DraftView;
  readonly onChanged: (draft: DraftView) => void;
  readonly onSaved: (draft: DraftView) => void;
}

/**
 * Takes the prints one after another. Started once, the scanner goes from finger to finger and then on; a weak
 * print, a refusal, or a touch of the operator holds it.
 */
export function useFingers({ draft, onChanged, onSaved }: FingersIn) {
  const { view, clearCapture } = useKiosk();
  const { ask, busy, failure, clear } = useAsk();
  const wanted = view.fingers;
  const [chosen, setChosen] = useState<FingerPosition | null>(() => nextOf(wanted, draft));
  const [last, setLast] = useState<FingerCaptured | null>(null);
  const [capturing, setCapturing] = useState(false);
  const [goingOn, setGoingOn] = useState(false);

  const hold = () => setGoingOn(false);
  const choose = (position: FingerPosition | null) => {
    hold();
    setChosen(position);
    setLast(null);
    clear();
  };
  const capture = async (position: FingerPosition) => {
    choose(position);
    clearCapture();
    setCapturing(true);
    await ask(
      () => enrolments.captureFinger(draft.id, position),
      (answer) => {
        setLast(answer.captured);
        onChanged(answer.draft);
        setGoingOn(qualityWord(answer.captured.quality) !== 'weak');
      },
    );
    setCapturing(false);
  };
  const except = (position: FingerPosition, reason: FingerException) =>
    ask(
      () => enrolments.fingerException(draft.id, position, reason),
      (changed) => {
        onChanged(changed);
        choose(nextOf(wanted, changed));
      },
    );
  const finish = () => {
    if (draft.step !== 'fingers') return onSaved(draft);
    ask(() => enrolments.finishFingers(draft.id), onSaved);
  };
  const goOn = useEffectEvent(() => {
    const next = nextOf(wanted, draft);
    if (next) capture(next);
    else finish();
  });
  useEffect(() => {
    if (!goingOn) return;
    const timer = setTimeout(goOn, showFor);
    return () => clearTimeout(timer);
  }, [goingOn]);

  const following = chosen && draft.fingers[chosen] ? nextOf(wanted, draft) : null;
  const done = nextOf(wanted, draft) === null;
  return {
    wanted,
    chosen,
    following,
    done,
    last,
    capturing,
    busy,
    failure,
    choose,
    capture,
    except,
    finish,
    hold,
  };
}

function nextOf(wanted: readonly FingerPosition[], draft: DraftView): FingerPosition | null {
  return wanted.find((position) => !draft.fingers[position]) ?? null;
}
