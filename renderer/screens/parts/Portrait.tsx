import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '#core/api/contract.ts';
import { people } from '../../api/kiosk.ts';
import { Icon } from '../../design/icons.tsx';
import styles from './Portrait.module.css';
import { usePicture } from './use-picture.ts';

interface FrameProps {
  readonly url: string | null;
  readonly name: string;
  readonly size: 'small' | 'large';
}

/** A face in its frame, or the outline of a person. */
export function PortraitFrame({ url, name, size }: FrameProps) {
  const { t } = useTranslation();
  return (
    <div className={`${styles.frame} ${styles[size]}`}>
      {url ? (
        <img src={url} alt={t('person.portrait', { name })} />
      ) : (
        <>
          <Icon name="person" />
          <span className={size === 'small' ? 'visually-hidden' : ''}>{t('person.noPortrait')}</span>
        </>
      )}
    </div>
  );
}

/** The portrait of an enrolled person. */
export function Portrait({
  person,
  size,
}: {
  readonly person: PersonSummary;
  readonly size: 'small' | 'large';
}) {
  const url = usePicture(person.hasPortrait ? people.portrait : null, person.id);
  return <PortraitFrame url={url} name={person.name} size={size} />;
}
