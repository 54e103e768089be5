import { useTranslation } from 'react-i18next';
import { cards } from '../../api/kiosk.ts';
import { Button } from '../../design/Button.tsx';
import { Card } from '../../design/Card.tsx';
import { Notice } from '../../design/Notice.tsx';
import { Failed } from '../parts/Failed.tsx';
import { numberWords } from '../parts/format.ts';
import { useAsk } from '../parts/use-ask.ts';
import { usePicture } from '../parts/use-picture.ts';
import { JobPanel } from '../prints/JobPanel.tsx';
import { PrintCard } from '../prints/PrintCard.tsx';
import { useCardView } from '../prints/use-prints.ts';
import styles from './CardDesk.module.css';
import { ScanBack } from './ScanBack.tsx';

interface CardDeskProps {
  readonly number: string;
  readonly issued: boolean;
  readonly onIssued: () => void;
}

/** A card's picture, its printing, and the check that the printed one can be read. */
export function CardDesk({ number, issued, onIssued }: CardDeskProps) {
  const { t } = useTranslation();
  const { ask, busy, failure } = useAsk();
  const { view, reload } = useCardView(number);
  const job = view?.job ?? null;
  return (
    <div className={styles.desk}>
      {/* Confirmed meanwhile, the card looks different. */}
      <CardPicture key={`${number} ${view?.lasting === true}`} number={number} />
      <div className={styles.acts}>
        <Card title={t('finish.step1')}>
          <Failed failure={failure} />
          {job && <JobPanel job={job} onChanged={reload} />}
          {view && (!job || job.state === 'printed') && <PrintCard view={view} onChanged={reload} />}
          <div>
            <Button
              kind="quiet"
              busy={busy}
              onPress={() =>
                ask(
                  () => cards.pdf(number),
                  (pdf) => save(pdf, `${number}.pdf`),
                )
              }
            >
              {t('finish.pdf')}
            </Button>
          </div>
        </Card>
        <Card title={t('finish.step2')}>
          {issued && !job ? (
            <Notice tone="good" title={t('finish.issued')}>
              {t('finish.issuedHint')}
            </Notice>
          ) : (
            <ScanBack number={number} printed={job?.state === 'printed'} onIssued={onIssued} />
          )}
        </Card>
      </div>
    </div>
  );
}

function CardPicture({ number }: { readonly number: string }) {
  const { t } = useTranslation();
  const picture = usePicture(cards.picture, number);
  return (
    <figure className={styles.picture}>
      {picture ? (
        <img src={picture} alt={t('finish.picture', { number })} />
      ) : (
        <div className={styles.blank} />
      )}
      <figcaption>{t('person.card', { number: numberWords(number) })}</figcaption>
    </figure>
  );
}

/** Lets the browser keep a document as a file. */
function save(pdf: Blob, name: string): void {
  const url = URL.createObjectURL(pdf);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
