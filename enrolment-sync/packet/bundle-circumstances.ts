import type { BundleEntry, Consent, Provenance, Reference, RelatedPerson } from 'fhir/r4.d.ts';
import { codes, extensions, systems } from './bundle-codes.ts';
import { type Statement, statementId } from './bundle-statement.ts';
import type { EnrolmentRecord } from './record.ts';

/* Who answers for the person, who agreed to what, and who recorded it with which device. */

export function guardianOf({ person: { guardian } }: EnrolmentRecord, patient: Reference): Statement[] {
  if (!guardian) return [];
  const resource: RelatedPerson = {
    resourceType: 'RelatedPerson',
    active: true,
    patient,
    relationship: [codes.guardian],
    name: [{ text: guardian }],
  };
  return [{ about: 'guardian', resource }];
}

export function consentOf({ consent, organisation }: EnrolmentRecord, patient: Reference): Statement {
  const { textVersion, language, given, readBy, at } = consent;
  const how = [
    { url: 'how', valueCode: given },
    { url: 'read-by', valueString: readBy },
  ];
  const resource: Consent = {
    resourceType: 'Consent',
    language,
    extension: [{ url: extensions.consentGiven, extension: how }],
    status: 'active',
    scope: codes.privacyConsent,
    category: [codes.consentDocument],
    patient,
    dateTime: at,
    performer: [patient],
    organization: [{ display: organisation }],
    policyRule: { coding: [{ system: systems.consentText, code: textVersion }] },
  };
  return { about: `consent:${textVersion}:${at}`, resource };
}

/** R4 gives Provenance no identifier, so it is put under an id of its own, made from person and revision. */
export function provenanceEntry(record: EnrolmentRecord, target: Reference[]): BundleEntry {
  const id = statementId(record.personId, `provenance:${record.revision}`);
  const named = (system: string, value: string): Reference => ({ identifier: { system, value } });
  const resource: Provenance = {
    resourceType: 'Provenance',
    id,
    target,
    recorded: record.enrolledAt,
    activity: record.update ? codes.update : codes.create,
    agent: [
      { type: codes.enterer, who: named(systems.operator, record.operator) },
      { type: codes.assembler, who: named(systems.device, record.device) },
      { type: codes.custodian, who: named(systems.organisation, record.organisation) },
    ],
  };
  return { fullUrl: `urn:uuid:${id}`, resource, request: { method: 'PUT', url: `Provenance/${id}` } };
}
