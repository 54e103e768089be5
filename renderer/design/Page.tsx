import { type ReactNode, useEffect, useRef } from 'react';
import styles from './Page.module.css';

interface PageProps {
  /** The stable name of the screen, also `data-screen` for tests. */
  readonly screen: string;
  readonly title: string;
  readonly lead?: string;
  readonly header?: ReactNode;
  readonly steps?: ReactNode;
  /** The one thing to do next: always at the bottom end. */
  readonly primary?: ReactNode;
  /** What else can be done, at the bottom start. */
  readonly secondary?: ReactNode;
  /** In the middle of the screen, for the few with nothing but one choice. */
  readonly centred?: boolean;
  readonly children: ReactNode;
}

/** A screen: header, steps, what it is about, and its actions at the bottom. New screens take the focus. */
export function Page({
  screen,
  title,
  lead,
  header,
  steps,
  primary,
  secondary,
  centred,
  children,
}: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body || document.activeElement === null) heading.current?.focus();
  }, []);
  return (
    <div className={styles.page} data-screen={screen}>
      {header && <header className={styles.header}>{header}</header>}
      {steps}
      <main className={styles.main}>
        <div className={`${styles.inner} ${centred ? styles.centred : ''}`}>
          <div className={styles.heading}>
            <h1 ref={heading} tabIndex={-1} className={styles.title}>
              {title}
            </h1>
            {lead && <p className={styles.lead}>{lead}</p>}
          </div>
          {children}
        </div>
      </main>
      {(primary || secondary) && (
        <footer className={styles.footer}>
          <div className={styles.secondary}>{secondary}</div>
          {primary && <div className={styles.primary}>{primary}</div>}
        </footer>
      )}
    </div>
  );
}
