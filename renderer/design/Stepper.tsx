import { Icon } from './icons.tsx';
import styles from './Stepper.module.css';

interface StepperProps {
  readonly label: string;
  readonly steps: readonly { readonly id: string; readonly label: string }[];
  readonly current: number;
  /** Words for a screen reader: what is behind, here and ahead. */
  readonly words: { readonly done: string; readonly now: string; readonly later: string };
}

/** Where in the enrolment one is: a tick behind, a filled mark here, a number ahead. */
export function Stepper({ label, steps, current, words }: StepperProps) {
  const state = (index: number) => (index < current ? 'done' : index === current ? 'now' : 'later');
  return (
    <nav aria-label={label} className={styles.stepper}>
      <ol>
        {steps.map((step, index) => (
          <li
            key={step.id}
            className={styles[state(index)]}
            aria-current={index === current ? 'step' : undefined}
          >
            <span className={styles.mark}>{index < current ? <Icon name="check" /> : index + 1}</span>
            <span className={styles.label}>{step.label}</span>
            <span className="visually-hidden">({words[state(index)]})</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
