import type { CodeableConcept, Identifier } from 'fhir/r4.d.ts';

/*
 * The addresses and codes that the Bundle uses. Those under `programme` are our own: a state that takes part in an
 * exchange replaces that one address. The rest come from HL7 and from the NRCeS guide for ABDM (6.5.0).
 */

const programme = 'https://health-card.example';

export const systems = {
  person: `${programme}/id/kiosk-person`,
  card: `${programme}/id/health-card`,
  statement: `${programme}/id/kiosk-statement`,
  operator: `${programme}/id/operator`,
  device: `${programme}/id/device`,
  organisation: `${programme}/id/organisation`,
  consentText: `${programme}/id/consent-text`,
  abha: 'https://healthid.ndhm.gov.in',
  lgd: 'https://lgdirectory.gov.in',
  languages: 'urn:ietf:bcp:47',
} as const;

export const extensions = {
  birthEstimated: `${programme}/fhir/StructureDefinition/birth-date-estimated`,
  lgd: `${programme}/fhir/StructureDefinition/lgd-area`,
  household: `${programme}/fhir/StructureDefinition/household`,
  consentGiven: `${programme}/fhir/StructureDefinition/consent-given`,
  language: 'http://hl7.org/fhir/StructureDefinition/language',
} as const;

export const patientProfile = 'https://nrces.in/ndhm/fhir/r4/StructureDefinition/Patient';

const hl7 = 'http://terminology.hl7.org/CodeSystem';
const ndhmIdentifierType = 'https://nrces.in/ndhm/fhir/r4/CodeSystem/ndhm-identifier-type-code';

export function coded(system: string, code: string, display: string): CodeableConcept {
  return { coding: [{ system, code, display }] };
}

export const codes = {
  medicalRecord: coded(`${hl7}/v2-0203`, 'MR', 'Medical record number'),
  healthCard: coded(`${hl7}/v2-0203`, 'HC', 'Health Card Number'),
  abha: coded(ndhmIdentifierType, 'ABHA', 'Ayushman Bharat Health Account (ABHA) ID'),
  emergencyContact: coded(`${hl7}/v2-0131`, 'C', 'Emergency Contact'),
  guardian: coded(`${hl7}/v3-RoleCode`, 'GUARD', 'guardian'),
  privacyConsent: coded(`${hl7}/consentscope`, 'patient-privacy', 'Privacy Consent'),
  consentDocument: coded('http://loinc.org', '59284-0', 'Consent Document'),
  bloodGroup: coded('http://loinc.org', '882-1', 'ABO and Rh group [Type] in Blood'),
  survey: coded(`${hl7}/observation-category`, 'survey', 'Survey'),
  allergyActive: coded(`${hl7}/allergyintolerance-clinical`, 'active', 'Active'),
  allergyUnconfirmed: coded(`${hl7}/allergyintolerance-verification`, 'unconfirmed', 'Unconfirmed'),
  conditionActive: coded(`${hl7}/condition-clinical`, 'active', 'Active'),
  conditionUnconfirmed: coded(`${hl7}/condition-ver-status`, 'unconfirmed', 'Unconfirmed'),
  enterer: coded(`${hl7}/provenance-participant-type`, 'enterer', 'Enterer'),
  assembler: coded(`${hl7}/provenance-participant-type`, 'assembler', 'Assembler'),
  custodian: coded(`${hl7}/provenance-participant-type`, 'custodian', 'Custodian'),
  create: coded(`${hl7}/v3-DataOperation`, 'CREATE', 'create'),
  update: coded(`${hl7}/v3-DataOperation`, 'UPDATE', 'revise'),
} as const;

/** The query of a conditional update: `identifier=system|value`, encoded. */
export function matching({ system = '', value = '' }: Identifier): string {
  return `identifier=${encodeURIComponent(`${system}|${value}`)}`;
}
