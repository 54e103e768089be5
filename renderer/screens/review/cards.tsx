import { useTranslation } from 'react-i18next';
import type { DraftView, DuplicateReview } from '#core/api/contract.ts';
import { Button } from '../../design/Button.tsx';
import { Card } from '../../design/Card.tsx';
import { Icon } from '../../design/icons.tsx';
import { birthWords } from '../parts/format.ts';
import lineStyles from '../parts/PersonLine.module.css';
import { PersonWords } from '../parts/PersonLine.tsx';
import { Portrait, PortraitFrame } from '../parts/Portrait.tsx';
import { useDraftPortrait } from '../parts/use-picture.ts';
import styles from './Review.module.css';

/** The person who stands here, as just entered. */
export function HereCard({ draft }: { readonly draft: DraftView }) {
  const { t } = useTranslation();
  const url = useDraftPortrait(draft);
  const { person } = draft;
  return (
    <Card title={t('review.here')}>
      <div className={styles.person}>
        <PortraitFrame url={url} name={person?.name ?? ''} size="large" />
        {person && (
          <div className={lineStyles.words}>
            <span className={lineStyles.names}>
              <bdi lang="en">{person.name}</bdi>
              {person.nativeName && <bdi lang={person.nativeName.language}>{person.nativeName.text}</bdi>}
            </span>
            <span>
              {t(`person.sex.${person.sex}`)} · {birthWords(person.birth, t)}
            </span>
            <span>
              <bdi>{[person.address.village, person.address.district].filter(Boolean).join(', ')}</bdi>
            </span>
          </div>
        )}
      </div>
    </Card>
  );
}

interface CandidateCardProps {
  readonly candidate: DuplicateReview['candidates'][number];
  readonly number: number;
  readonly count: number;
  readonly onNext: () => void;
}

/** Somebody enrolled, and in words what agrees with the person here. */
export function CandidateCard({ candidate, number, count, onNext }: CandidateCardProps) {
  const { t } = useTranslation();
  return (
    <Card title={t('review.candidate')}>
      <div className={styles.person}>
        <Portrait person={candidate.person} size="large" />
        <div className={styles.about}>
          <PersonWords person={candidate.person} />
          <ul className={styles.evidence} aria-label={t('review.alike')}>
            {candidate.evidence.map((kind) => (
              <li key={kind}>
                <Icon name="check" />
                {t(`review.evidence.${kind}`)}
              </li>
            ))}
          </ul>
        </div>
      </div>
      {count > 1 && (
        <div className={styles.more}>
          <span>{t('review.candidateOf', { number, count })}</span>
          <Button onPress={onNext}>{t('review.showNext')}</Button>
        </div>
      )}
    </Card>
  );
}
