import type { ShownStep } from '../../journeys/steps.ts';
import { EnrolmentPage } from './EnrolmentPage.tsx';
import styles from './Waiting.module.css';

/** While the core is at work and nobody can do anything. */
export function Waiting({ step, words }: { readonly step: ShownStep; readonly words: string }) {
  return (
    <EnrolmentPage screen="waiting" step={step} title={words}>
      <div className={styles.wheel} />
    </EnrolmentPage>
  );
}
