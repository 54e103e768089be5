import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '#core/api/contract.ts';
import { birthWords, numberWords } from './format.ts';
import styles from './PersonLine.module.css';

/** Who a person is, in a few lines: both names, sex, birth, area, phone ending, card. */
export function PersonWords({ person }: { readonly person: PersonSummary }) {
  const { t } = useTranslation();
  return (
    <div className={styles.words}>
      <span className={styles.names}>
        <bdi lang="en">{person.name}</bdi>
        {person.nativeName && <bdi lang={person.nativeName.language}>{person.nativeName.text}</bdi>}
      </span>
      <span>
        {t(`person.sex.${person.sex}`)} · {birthWords(person.birth, t)}
      </span>
      <span>
        <bdi>{person.area}</bdi>
        {person.phoneEnding && <> · {t('person.phoneEnding', { digits: person.phoneEnding })}</>}
      </span>
      <span className={styles.card}>
        {person.card ? (
          <>
            {t('person.card', { number: numberWords(person.card.number) })} ·{' '}
            {t(`person.cardState.${person.card.state}`)}
          </>
        ) : (
          t('person.noCard')
        )}
      </span>
    </div>
  );
}
