import { type Language, Person } from '#core/api/contract.ts';

/*
 * The details as the operator types them: one string an entry. `personOf` turns them into the contract's record
 * and says which entries are wrong; the paths of the contract and of the core's refusals name entries through
 * `entryOf`.
 */

export const emptyForm = {
  name: '',
  nativeName: '',
  nativeLanguage: 'hi',
  sex: '',
  birthKnown: 'date',
  day: '',
  month: '',
  year: '',
  age: '',
  guardian: '',
  phone: '',
  line: '',
  village: '',
  district: '',
  pin: '',
  household: '',
  relation: '',
  abha: '',
  bloodGroup: '',
  allergies: '',
  conditions: '',
  emergencyName: '',
  emergencyPhone: '',
};

export type DetailsForm = Readonly<typeof emptyForm>;

/** The entries that can be wrong, each with its own sentence. */
export const entries = [
  'name',
  'nativeName',
  'sex',
  'birthDate',
  'birthYear',
  'birthAge',
  'phone',
  'line',
  'village',
  'district',
  'pin',
  'guardian',
  'household',
  'relation',
  'abha',
  'bloodGroup',
  'allergies',
  'conditions',
  'emergencyName',
  'emergencyPhone',
] as const;
export type Entry = (typeof entries)[number];

/** Where each part of the record is entered; the longest matching path counts. */
const places: readonly (readonly [string, Entry])[] = [
  ['name', 'name'],
  ['nativeName', 'nativeName'],
  ['sex', 'sex'],
  ['birth.date', 'birthDate'],
  ['birth.year', 'birthYear'],
  ['birth.age', 'birthAge'],
  ['phone', 'phone'],
  ['address.line', 'line'],
  ['address.village', 'village'],
  ['address.district', 'district'],
  ['address.districtLgd', 'district'],
  ['address.stateLgd', 'district'],
  ['address.pin', 'pin'],
  ['guardian', 'guardian'],
  ['household.number', 'household'],
  ['household.relationToHead', 'relation'],
  ['abha', 'abha'],
  ['clinical.bloodGroup', 'bloodGroup'],
  ['clinical.allergies', 'allergies'],
  ['clinical.conditions', 'conditions'],
  ['emergencyContact.name', 'emergencyName'],
  ['emergencyContact.phone', 'emergencyPhone'],
];

const birthEntries = { date: 'birthDate', year: 'birthYear', age: 'birthAge' } as const;

type BirthKnown = keyof typeof birthEntries;
const birthKnown = (form: DetailsForm): BirthKnown =>
  form.birthKnown === 'year' || form.birthKnown === 'age' ? form.birthKnown : 'date';

/** The entry that a dotted path of the record is typed into; null when no entry is. */
export function entryOf(path: string, form: DetailsForm): Entry | null {
  if (path === 'birth' || path === 'birth.known') return birthEntries[birthKnown(form)];
  return places.find(([place]) => path === place || path.startsWith(`${place}.`))?.[1] ?? null;
}

export interface Area {
  readonly district: string;
  readonly districtLgd: string;
  readonly stateLgd: string;
}

export type Checked =
  | { readonly outcome: 'complete'; readonly person: Person }
  | { readonly outcome: 'wrong'; readonly entries: readonly Entry[] };

/** Makes the record of what was typed. `today` is an ISO date, the day an age counts from. */
export function personOf(
  form: DetailsForm,
  context: { readonly areas: readonly Area[]; readonly language: Language; readonly today: string },
): Checked {
  const parsed = Person.safeParse(recordOf(form, context));
  if (parsed.success) return { outcome: 'complete', person: parsed.data };
  const wrong = new Set(parsed.error.issues.map((issue) => entryOf(issue.path.join('.'), form)));
  return { outcome: 'wrong', entries: entries.filter((entry) => wrong.has(entry)) };
}

function recordOf(form: DetailsForm, context: Parameters<typeof personOf>[1]): unknown {
  const area = context.areas.find(({ districtLgd }) => districtLgd === form.district);
  const filled = (text: string) => (text.trim() === '' ? undefined : text);
  const digits = (text: string) => filled(text.replace(/[\s-]/g, ''));
  const household = filled(form.household) ?? filled(form.relation);
  const emergency = filled(form.emergencyName) ?? filled(form.emergencyPhone);
  return {
    name: form.name,
    nativeName: filled(form.nativeName) && { text: form.nativeName, language: form.nativeLanguage },
    sex: form.sex,
    birth: birthOf(form, context.today),
    guardian: filled(form.guardian),
    phone: digits(form.phone),
    abha: digits(form.abha),
    address: { line: form.line, village: filled(form.village), pin: digits(form.pin), ...area },
    language: context.language,
    household: household && { number: form.household, relationToHead: form.relation },
    clinical: filled(form.bloodGroup + form.allergies + form.conditions) && {
      bloodGroup: filled(form.bloodGroup),
      allergies: listed(form.allergies),
      conditions: listed(form.conditions),
    },
    emergencyContact: emergency && {
      name: form.emergencyName,
      phone: digits(form.emergencyPhone) ?? '',
    },
  };
}

/** What was typed one after the other, with the commas of any of the four scripts between. */
const listed = (text: string) =>
  text
    .split(/[,،;]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');

function birthOf(form: DetailsForm, today: string): unknown {
  const number = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));
  if (form.birthKnown === 'year') {
    const inFuture = number(form.year) > Number(today.slice(0, 4));
    return { known: 'year', year: inFuture ? Number.NaN : number(form.year) };
  }
  if (form.birthKnown === 'age') return { known: 'age', age: number(form.age), asOf: today };
  const date = [form.year.padStart(4, '0'), form.month.padStart(2, '0'), form.day.padStart(2, '0')].join('-');
  return { known: 'date', date: date > today ? '' : date };
}

/** What was typed, again, from a record: for a draft that is resumed. */
export function formOf(person: Person): DetailsForm {
  const { birth, address } = person;
  const [year = '', month = '', day = ''] = birth.known === 'date' ? birth.date.split('-') : [];
  return {
    name: person.name,
    nativeName: person.nativeName?.text ?? '',
    nativeLanguage: person.nativeName?.language ?? emptyForm.nativeLanguage,
    sex: person.sex,
    birthKnown: birth.known,
    day,
    month,
    year: birth.known === 'year' ? String(birth.year) : year,
    age: birth.known === 'age' ? String(birth.age) : '',
    guardian: person.guardian ?? '',
    phone: person.phone ?? '',
    line: address.line,
    village: address.village ?? '',
    district: address.districtLgd,
    pin: address.pin ?? '',
    household: person.household?.number ?? '',
    relation: person.household?.relationToHead ?? '',
    abha: person.abha ?? '',
    bloodGroup: person.clinical?.bloodGroup ?? '',
    allergies: person.clinical?.allergies.join(', ') ?? '',
    conditions: person.clinical?.conditions.join(', ') ?? '',
    emergencyName: person.emergencyContact?.name ?? '',
    emergencyPhone: person.emergencyContact?.phone ?? '',
  };
}
