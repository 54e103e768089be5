import type { Bundle, FhirResource } from 'fhir/r4.d.ts';
import { expect, test } from 'vitest';
import { bundleOf, isBundleOf } from './bundle.ts';
import { asha, enrolmentOf } from './test/enrolments.ts';

const record = enrolmentOf();
const bundle = bundleOf(record);

function only<Type extends FhirResource['resourceType']>(from: Bundle, type: Type) {
  return (from.entry ?? [])
    .map(({ resource }) => resource)
    .filter(
      (resource): resource is Extract<FhirResource, { resourceType: Type }> =>
        resource?.resourceType === type,
    );
}

const [patient] = only(bundle, 'Patient');

test('each identifier of the Patient has a value and a type with system, code and display', () => {
  expect(patient.identifier?.map(({ value }) => value)).toEqual([
    record.personId,
    record.card.number,
    '43-4221-5105-6749',
  ]);
  for (const { system, type } of patient.identifier ?? []) {
    expect(system).toMatch(/^https:/);
    expect(type?.coding?.[0]).toEqual({
      system: expect.stringMatching(/^https?:/),
      code: expect.stringMatching(/./),
      display: expect.stringMatching(/./),
    });
  }
});

test('the name is text in Latin and, marked with its language, in the own script', () => {
  expect(patient.name?.map(({ text }) => text)).toEqual(['Asha Devi', 'आशा देवी']);
  expect(patient.name?.[1]?._text?.extension?.[0]?.valueCode).toBe('hi');
});

test('an age gives a year marked as estimated; a date stays a date', () => {
  expect(patient.birthDate).toBe('1985');
  expect(patient._birthDate?.extension?.[0]?.valueBoolean).toBe(true);
  const exact = { ...asha, birth: { known: 'date', date: '1985-03-09' } } as const;
  const [born] = only(bundleOf(enrolmentOf(exact)), 'Patient');
  expect([born.birthDate, born._birthDate]).toEqual(['1985-03-09', undefined]);
});

test('telecom has a value and the address carries LGD codes', () => {
  expect(patient.telecom).toEqual([{ system: 'phone', use: 'mobile', value: '+919876543210' }]);
  const [address] = patient.address ?? [];
  expect(address).toMatchObject({ country: 'IN', postalCode: '110030', district: 'South', city: 'Rampur' });
  const codes = address.extension?.[0]?.extension?.map(({ url, valueCoding }) => [url, valueCoding?.code]);
  expect(codes).toEqual([
    ['district', '84'],
    ['state', '7'],
  ]);
});

test('Consent has scope, category, patient, dateTime and a policy rule (ppc-1)', () => {
  const [consent] = only(bundle, 'Consent');
  expect(consent).toMatchObject({ status: 'active', dateTime: record.consent.at });
  expect(consent.scope.coding?.[0]?.code).toBe('patient-privacy');
  expect(consent.category).toHaveLength(1);
  expect(consent.patient?.reference).toBe(`urn:uuid:${record.personId}`);
  expect(consent.policyRule?.coding?.[0]?.code).toBe('hi-2026-1');
});

test('guardian, blood group, allergies and conditions refer to the Patient', () => {
  expect(only(bundle, 'RelatedPerson')[0]?.patient.reference).toBe(`urn:uuid:${record.personId}`);
  expect(only(bundle, 'Observation')[0]?.valueCodeableConcept?.text).toBe('B+');
  expect(only(bundle, 'AllergyIntolerance').map(({ code }) => code?.text)).toEqual(['Penicillin']);
  expect(only(bundle, 'Condition').map(({ code }) => code?.text)).toEqual(['Asthma', 'Diabetes']);
});

test('Provenance names operator, device and organisation and targets every other entry', () => {
  const [provenance] = only(bundle, 'Provenance');
  expect(provenance.agent.map(({ who }) => who.identifier?.value)).toEqual([
    'op-1',
    'kiosk-1',
    'District Hospital',
  ]);
  expect(provenance.target).toHaveLength((bundle.entry?.length ?? 0) - 1);
});

test('every entry is an update that repeats itself, also when the enrolment is bundled again', () => {
  const requests = (of: Bundle) => of.entry?.map(({ request }) => `${request?.method} ${request?.url}`);
  expect(requests(bundle)?.[0]).toBe(
    `PUT Patient?identifier=${encodeURIComponent(`https://health-card.example/id/kiosk-person|${record.personId}`)}`,
  );
  expect(requests(bundle)?.every((request) => request.startsWith('PUT '))).toBe(true);
  expect(new Set(requests(bundle)).size).toBe(bundle.entry?.length);
  expect(requests(bundleOf(record))).toEqual(requests(bundle));
});

test('a Bundle about somebody else, or with a delete in it, does not pass for the record', () => {
  expect(isBundleOf(bundle, record)).toBe(true);
  expect(isBundleOf(bundle, enrolmentOf())).toBe(false);
  const [first, ...rest] = bundle.entry ?? [];
  const entry = [{ ...first, request: { method: 'DELETE', url: 'Patient/1' } }, ...rest];
  expect(isBundleOf({ ...bundle, entry }, record)).toBe(false);
});
