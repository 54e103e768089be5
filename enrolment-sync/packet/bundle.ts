import type { Bundle, BundleEntry, Reference } from 'fhir/r4.d.ts';
import { z } from 'zod';
import { consentOf, guardianOf, provenanceEntry } from './bundle-circumstances.ts';
import { clinicalStatements } from './bundle-clinical.ts';
import { matching } from './bundle-codes.ts';
import { patientOf, personIdentifier } from './bundle-patient.ts';
import { statementEntry } from './bundle-statement.ts';
import type { EnrolmentRecord } from './record.ts';

/*
 * The enrolment as a FHIR R4 transaction that any FHIR server can take. Every entry is a conditional update
 * (PUT Type?identifier=system|value), so that a Bundle taken twice changes nothing, and an update finds the person
 * again. Templates and prints stay out of it.
 */

const mostEntries = 100;

/** The transaction for a record, without the photograph; `withPhoto` adds it. */
export function bundleOf(record: EnrolmentRecord): Bundle {
  const { personId } = record;
  const subject: Reference = { reference: `urn:uuid:${personId}` };
  const statements = [
    ...guardianOf(record, subject),
    consentOf(record, subject),
    ...clinicalStatements(record, subject),
  ];
  const patient: BundleEntry = {
    fullUrl: `urn:uuid:${personId}`,
    resource: patientOf(record),
    request: { method: 'PUT', url: patientUrl(personId) },
  };
  const entries = [patient, ...statements.map((statement) => statementEntry(personId, statement))];
  const targets = entries.map(({ fullUrl = '' }) => ({ reference: fullUrl }));
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    timestamp: record.enrolledAt,
    entry: [...entries, provenanceEntry(record, targets)],
  };
}

/** The Bundle with the JPEG inside its Patient. */
export function withPhoto(bundle: Bundle, jpeg: Uint8Array): Bundle {
  const data = Buffer.from(jpeg).toString('base64');
  const photo = [{ contentType: 'image/jpeg', size: jpeg.length, data }];
  const entry = bundle.entry?.map((item) =>
    item.resource?.resourceType === 'Patient' ? { ...item, resource: { ...item.resource, photo } } : item,
  );
  return { ...bundle, ...(entry && { entry }) };
}

const Transaction = z.looseObject({
  resourceType: z.literal('Bundle'),
  type: z.literal('transaction'),
  entry: z
    .array(
      z.looseObject({
        fullUrl: z.string().startsWith('urn:uuid:'),
        resource: z.looseObject({ resourceType: z.string() }),
        request: z.strictObject({ method: z.literal('PUT'), url: z.string() }),
      }),
    )
    .min(1)
    .max(mostEntries),
});

/** Whether a Bundle that came in is a transaction of updates whose one Patient is the record's person. */
export function isBundleOf(bundle: unknown, { personId }: EnrolmentRecord): boolean {
  const parsed = Transaction.safeParse(bundle);
  if (!parsed.success) return false;
  const patients = parsed.data.entry.filter(({ resource }) => resource.resourceType === 'Patient');
  return patients.length === 1 && patients[0].request.url === patientUrl(personId);
}

const patientUrl = (personId: string) => `Patient?${matching(personIdentifier(personId))}`;
