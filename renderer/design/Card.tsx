import type { ReactNode } from 'react';
import styles from './Card.module.css';

/** A white surface that holds what belongs together. */
export function Card({
  children,
  title,
  label,
}: {
  readonly children: ReactNode;
  readonly title?: string;
  readonly label?: string;
}) {
  return (
    <section className={styles.card} aria-label={label ?? title}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}
