import { useTranslation } from 'react-i18next';
import type { PersonSummary, PrintJob } from '#core/api/contract.ts';
import { people } from '../../api/kiosk.ts';
import { Button } from '../../design/Button.tsx';
import { Card } from '../../design/Card.tsx';
import { Failed } from '../parts/Failed.tsx';
import { numberWords } from '../parts/format.ts';
import { useAsk } from '../parts/use-ask.ts';
import { JobPanel } from './JobPanel.tsx';
import styles from './prints.module.css';
import { usePrints } from './use-prints.ts';

interface PrintQueueProps {
  /** Only those that a person has to answer about, or only the others. */
  readonly asking: boolean;
  readonly onOpen: (person: PersonSummary) => void;
}

/** The cards that are still to be printed or checked, or to be asked about; nothing where there is none. */
export function PrintQueue({ asking, onOpen }: PrintQueueProps) {
  const { t } = useTranslation();
  const { ask, busy, failure } = useAsk();
  const { jobs: all, reload } = usePrints();
  const jobs = all.filter(({ state }) => (state === 'unknown') === asking);
  if (jobs.length === 0) return null;
  const open = ({ number }: PrintJob) =>
    ask(
      () => people.find(number),
      ({ people: [person] }) => person && onOpen(person),
    );
  return (
    <Card title={t('prints.title')}>
      <Failed failure={failure} />
      <ul className={styles.queue}>
        {jobs.map((job) => (
          <li key={job.id}>
            <div className={styles.job}>
              <div className={styles.who}>
                <bdi className={styles.name}>{job.name}</bdi>
                <span className={styles.soft}>
                  {t('person.card', { number: numberWords(job.number) })} · {t(`prints.state.${job.state}`)}
                </span>
              </div>
              <Button busy={busy} onPress={() => open(job)} label={`${t('prints.open')}: ${job.name}`}>
                {t('prints.open')}
              </Button>
            </div>
            {(job.state === 'unknown' || job.trouble) && <JobPanel job={job} onChanged={reload} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}
