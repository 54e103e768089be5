import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KioskStatus, Synced } from '#core/api/contract.ts';
import { kiosk } from '../../api/kiosk.ts';
import { Button } from '../../design/Button.tsx';
import { Icon, type IconName } from '../../design/icons.tsx';
import { useKiosk } from '../../kiosk-context.tsx';
import { Failed } from '../parts/Failed.tsx';
import { momentWords } from '../parts/format.ts';
import { useAsk } from '../parts/use-ask.ts';
import styles from './StatusBar.module.css';

/** Scanner, printer, what waits to be sent and when it last went; each in words, not in colour alone. */
export function StatusBar() {
  const { t } = useTranslation();
  const { status } = useKiosk();
  const { ask, busy, failure } = useAsk();
  const [synced, setSynced] = useState<Synced | null>(null);
  const { scanner, printer, printerTrouble, prints, numbers, outbox, lastSync } = status;
  const when = lastSync && momentWords(lastSync.at, t);
  const last = lastSync?.outcome === 'synced' ? when : when && t('status.failed', { when });
  const waiting = new Intl.NumberFormat(t('language.locale')).format(outbox.waiting);
  const parked = outbox.parked > 0 ? ` · ${t('status.parked', { count: outbox.parked })}` : '';
  const send = () => {
    setSynced(null);
    ask(kiosk.syncNow, setSynced);
  };
  return (
    <section aria-label={t('status.label')} className={styles.bar}>
      <Failed failure={failure} />
      {synced && (
        <p role="status" className={styles.sent}>
          {t('status.sent', {
            accepted: synced.accepted,
            duplicates: synced.duplicates,
            parked: synced.parked,
          })}
        </p>
      )}
      <div className={styles.items}>
        <Item icon="finger" name={t('status.scanner')} warn={scanner === 'gone' || scanner === 'none'}>
          {t(`status.scannerState.${scanner}`)}
        </Item>
        <Item
          icon="printer"
          name={t('status.printer')}
          warn={printer === 'stopped' || printer === 'unreachable' || prints.asking > 0}
        >
          {[
            printerTrouble
              ? t(`status.printerTrouble.${printerTrouble}`)
              : t(`status.printerState.${printer}`),
            prints.waiting > 0 && t('status.inQueue', { count: prints.waiting }),
            prints.asking > 0 && t('status.asking', { count: prints.asking }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Item>
        <Item icon="card" name={t('status.numbers')} warn={numbers.low}>
          {numberWords(numbers, t)}
        </Item>
        <Item icon="send" name={t('status.queue')} warn={outbox.parked > 0}>
          {waiting + parked}
        </Item>
        <Item
          icon="clock"
          name={t('status.lastSync')}
          warn={lastSync !== null && lastSync.outcome !== 'synced'}
        >
          {last ?? t('status.never')}
        </Item>
        <Button kind="quiet" busy={busy} onPress={send}>
          {busy ? t('status.sending') : t('status.send')}
        </Button>
      </div>
    </section>
  );
}

function numberWords({ left, reserve }: KioskStatus['numbers'], t: TFunction): string {
  if (left > 0) return t('status.numbersLeft', { count: left });
  return reserve > 0 ? t('status.numbersReserve', { count: reserve }) : t('status.numbersNone');
}

interface ItemProps {
  readonly icon: IconName;
  readonly name: string;
  readonly warn: boolean;
  readonly children: string;
}

function Item({ icon, name, warn, children }: ItemProps) {
  return (
    <p className={`${styles.item} ${warn ? styles.warn : ''}`}>
      <Icon name={warn ? 'alert' : icon} />
      <span>
        <span className={styles.name}>{name}</span> <span className={styles.state}>{children}</span>
      </span>
    </p>
  );
}
