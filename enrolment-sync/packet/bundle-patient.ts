import type { Address, ContactPoint, Extension, Identifier, Patient } from 'fhir/r4.d.ts';
import { codes, extensions, patientProfile, systems } from './bundle-codes.ts';
import type { Birth, Person } from './person.ts';
import type { EnrolmentRecord } from './record.ts';

/*
 * Patient by the NRCeS profile: each identifier has a type with system, code and display; name.text is there. A
 * birth date is never made more exact than what was said.
 */

export const personIdentifier = (personId: string): Identifier => ({
  use: 'official',
  type: codes.medicalRecord,
  system: systems.person,
  value: personId,
});

/** The person as a FHIR Patient, without the photograph. */
export function patientOf(record: EnrolmentRecord): Patient {
  const { person } = record;
  return {
    resourceType: 'Patient',
    meta: { profile: [patientProfile] },
    ...(person.household && { extension: [householdOf(person.household)] }),
    identifier: identifiersOf(record),
    active: true,
    name: namesOf(person),
    ...(person.phone && { telecom: [mobile(person.phone)] }),
    gender: person.sex,
    ...birthOf(person.birth),
    address: [addressOf(person)],
    communication: [
      { language: { coding: [{ system: systems.languages, code: person.language }] }, preferred: true },
    ],
    ...contactOf(person),
  };
}

function identifiersOf({ personId, person: { abha }, card, organisation }: EnrolmentRecord): Identifier[] {
  const healthCard: Identifier = {
    use: 'usual',
    type: codes.healthCard,
    system: systems.card,
    value: card.number,
    period: { start: new Date(card.issuedAt * 1000).toISOString() },
    assigner: { display: organisation },
  };
  const own = [personIdentifier(personId), healthCard];
  if (!abha) return own;
  // Secondary, because the person claimed it and nobody verified it.
  return [...own, { use: 'secondary', type: codes.abha, system: systems.abha, value: hyphened(abha) }];
}

function namesOf({ name, nativeName }: Person): Patient['name'] {
  const latin = { use: 'official', text: name } as const;
  if (!nativeName) return [latin];
  const language = [{ url: extensions.language, valueCode: nativeName.language }];
  return [latin, { use: 'official', text: nativeName.text, _text: { extension: language } }];
}

function birthOf(birth: Birth): Partial<Patient> {
  if (birth.known === 'date') return { birthDate: birth.date };
  if (birth.known === 'year') return { birthDate: String(birth.year) };
  const year = Number(birth.asOf.slice(0, 4)) - birth.age;
  const estimated = [{ url: extensions.birthEstimated, valueBoolean: true }];
  return { birthDate: String(year), _birthDate: { extension: estimated } };
}

function addressOf({ address: { line, village, district, districtLgd, stateLgd, pin } }: Person): Address {
  const area = (url: string, code: string): Extension => ({
    url,
    valueCoding: { system: systems.lgd, code },
  });
  return {
    extension: [{ url: extensions.lgd, extension: [area('district', districtLgd), area('state', stateLgd)] }],
    use: 'home',
    text: [line, village, district, pin].filter(Boolean).join(', '),
    line: [line],
    ...(village && { city: village }),
    district,
    ...(pin && { postalCode: pin }),
    country: 'IN',
  };
}

function contactOf({ emergencyContact }: Person): Partial<Patient> {
  if (!emergencyContact) return {};
  const { name, phone } = emergencyContact;
  return {
    contact: [{ relationship: [codes.emergencyContact], name: { text: name }, telecom: [mobile(phone)] }],
  };
}

function householdOf({ number, relationToHead }: NonNullable<Person['household']>): Extension {
  return {
    url: extensions.household,
    extension: [
      { url: 'number', valueString: number },
      { url: 'relation-to-head', valueCode: relationToHead },
    ],
  };
}

const mobile = (phone: string): ContactPoint => ({ system: 'phone', use: 'mobile', value: `+91${phone}` });

const hyphened = (abha: string) => abha.replace(/^(\d{2})(\d{4})(\d{4})(\d{4})$/, '$1-$2-$3-$4');
