import { Button } from 'react-aria-components';
import type { PersonSummary } from '#core/api/contract.ts';
import { PersonWords } from './PersonLine.tsx';
import styles from './PersonList.module.css';
import { Portrait } from './Portrait.tsx';

interface PersonListProps {
  readonly label: string;
  readonly people: readonly PersonSummary[];
  readonly onOpen: (person: PersonSummary) => void;
}

/** People to choose from, each one large button. */
export function PersonList({ label, people, onOpen }: PersonListProps) {
  return (
    <ul aria-label={label} className={styles.list}>
      {people.map((person) => (
        <li key={person.id}>
          <Button className={styles.item ?? ''} onPress={() => onOpen(person)}>
            <Portrait person={person} size="small" />
            <PersonWords person={person} />
          </Button>
        </li>
      ))}
    </ul>
  );
}
