import { birthPrecision, birthsAgree } from './births.ts';
import { nameAlikeness, namesAlike } from './names.ts';
import type { Person } from './person.ts';

/** How far the details of two records agree. Kiosk and central judge by the same. */
export interface AgreementOfDetails {
  /** 0 to 1. */
  readonly nameAlike: number;
  readonly birth: { readonly known: 'date' | 'year' | 'age'; readonly agrees: boolean };
  readonly sexAgrees: boolean;
  /** 0 to 1; null when either has no guardian. */
  readonly guardianAlike: number | null;
}

export function compareDetails(a: Person, b: Person): AgreementOfDetails {
  return {
    nameAlike: namesAlike(a, b),
    birth: { known: birthPrecision(a.birth, b.birth), agrees: birthsAgree(a.birth, b.birth) },
    sexAgrees: a.sex === b.sex,
    guardianAlike: a.guardian && b.guardian ? nameAlikeness(a.guardian, b.guardian) : null,
  };
}
