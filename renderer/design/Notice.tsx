import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';
import styles from './Notice.module.css';

interface NoticeProps {
  readonly tone: 'info' | 'good' | 'warn' | 'bad';
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

const icons = { info: 'info', good: 'check', warn: 'alert', bad: 'alert' } as const;

/** Says what happened and what to do; read out when it appears, at once when something went wrong. */
export function Notice({ tone, title, children, action }: NoticeProps) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={icons[tone]} />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {children && <p>{children}</p>}
      </div>
      {action}
    </div>
  );
}
