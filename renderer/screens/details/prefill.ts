import type { ForeignCard, Person } from '#core/api/contract.ts';
import { type Area, type DetailsForm, formOf } from './form.ts';

/* What an ABHA or Aadhaar code puts into the form, and afterwards what of it still stands there. */

export interface Prefill {
  readonly card: Pick<ForeignCard, 'source' | 'signature' | 'abhaChecks'>;
  readonly change: Partial<DetailsForm>;
}

type Claimed = NonNullable<Person['claimed']>[number];

/** Where each detail that can be claimed is typed. */
const places = {
  name: ['name'],
  birth: ['birthKnown', 'day', 'month', 'year'],
  sex: ['sex'],
  abha: ['abha'],
  phone: ['phone'],
  address: ['line', 'district'],
} as const satisfies Record<Claimed['details'][number], readonly (keyof DetailsForm)[]>;

/** The entries a card fills in; what it does not say stays as it was typed. */
export function prefillFrom(card: ForeignCard, areas: readonly Area[]): Prefill {
  const { name, birth, sex, abha, phone, addressLine, districtLgd } = card;
  const [year, month, day] = birth?.known === 'date' ? birth.date.split('-') : [];
  const area = areas.find((one) => one.districtLgd === districtLgd);
  const change = {
    name,
    ...(birth?.known === 'date' && { birthKnown: 'date', year, month, day }),
    ...(birth?.known === 'year' && { birthKnown: 'year', year: String(birth.year) }),
    ...(sex && { sex }),
    ...(abha && { abha }),
    ...(phone && { phone }),
    ...(addressLine && { line: addressLine }),
    ...(area && { district: area.districtLgd }),
  };
  return { card, change };
}

/** What the cards had filled in of a record that is opened again. */
export function prefillsOf(person: Person | null): Prefill[] {
  if (!person?.claimed) return [];
  const form = formOf(person);
  return person.claimed.map(({ details, ...card }) => {
    const entries = details.flatMap((name): readonly (keyof DetailsForm)[] => places[name]);
    return { card, change: Object.fromEntries(entries.map((entry) => [entry, form[entry]])) };
  });
}

/** For the record: which details are as the cards said. One that was typed over is the operator's own. */
export function claimedIn(form: DetailsForm, prefills: readonly Prefill[]): Claimed[] {
  const taken = prefills.map(({ card, change }): Claimed => {
    const stands = (entry: keyof DetailsForm) => change[entry] === undefined || change[entry] === form[entry];
    const said = (entry: keyof DetailsForm) => change[entry] !== undefined;
    const details = detailNames.filter((name) => places[name].some(said) && places[name].every(stands));
    return { source: card.source, signature: card.signature, details };
  });
  return taken.filter(({ details }) => details.length > 0);
}

const detailNames: readonly Claimed['details'][number][] = [
  'name',
  'birth',
  'sex',
  'abha',
  'phone',
  'address',
];
