import { useTranslation } from 'react-i18next';
import type { FingerPosition, FingerState } from '#core/api/contract.ts';
import styles from './Hands.module.css';
import { drawing, leftPalm, strokes } from './hands.ts';

interface HandsProps {
  readonly wanted: readonly FingerPosition[];
  readonly fingers: Readonly<Partial<Record<FingerPosition, FingerState>>>;
  readonly current: FingerPosition | null;
}

const outline = 5;

/** Both hands: the finger to place now stands out, done ones carry a tick, missing ones a cross. */
export function Hands({ wanted, fingers, current }: HandsProps) {
  const { t } = useTranslation();
  const all = Object.entries(strokes);
  const now = current ? t(`fingers.position.${current}`) : t('fingers.allDone');
  return (
    <svg
      className={styles.hands}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      role="img"
      aria-label={t('fingers.hands', { finger: now })}
    >
      <g className={styles.edge}>
        {all.map(([position, { width, ...line }]) => (
          <line key={position} {...line} strokeWidth={width + outline} />
        ))}
        <Palms strokeWidth={outline} />
      </g>
      <g className={styles.skin}>
        <Palms strokeWidth={0} />
        {all.map(([position, { width, ...line }]) => (
          <line key={position} {...line} strokeWidth={width} />
        ))}
      </g>
      {wanted.map((position) => (
        <Mark key={position} position={position} state={fingers[position]} now={position === current} />
      ))}
      <text x={116} y={206} className={styles.side}>
        {t('fingers.left')}
      </text>
      <text x={drawing.width - 116} y={206} className={styles.side}>
        {t('fingers.right')}
      </text>
    </svg>
  );
}

function Palms({ strokeWidth }: { readonly strokeWidth: number }) {
  return (
    <>
      <path d={leftPalm} strokeWidth={strokeWidth} />
      <path d={leftPalm} strokeWidth={strokeWidth} transform={`translate(${drawing.width} 0) scale(-1 1)`} />
    </>
  );
}

interface MarkProps {
  readonly position: FingerPosition;
  readonly state: FingerState | undefined;
  readonly now: boolean;
}

function Mark({ position, state, now }: MarkProps) {
  const { x2, y2, width, ...root } = strokes[position];
  const done = state && (
    <g
      transform={`translate(${x2} ${y2})`}
      className={state.state === 'captured' ? styles.done : styles.left}
    >
      <circle r={13} />
      <path d={state.state === 'captured' ? 'M-6 0.5l4 4.500l8-9' : 'M-5-5l10 10M5-5l-10 10'} />
    </g>
  );
  return (
    <>
      {now && <line {...root} x2={x2} y2={y2} strokeWidth={width} className={styles.now} />}
      {now && !state && <circle cx={x2} cy={y2} r={10} className={styles.tip} />}
      {!now && !state && <circle cx={x2} cy={y2} r={8} className={styles.todo} />}
      {done}
    </>
  );
}
