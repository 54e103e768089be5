import type {
  AllergyIntolerance,
  BundleEntry,
  Condition,
  Consent,
  Identifier,
  Observation,
  RelatedPerson,
} from 'fhir/r4.d.ts';
import { v5 as uuidv5 } from 'uuid';
import { matching, systems } from './bundle-codes.ts';

/** One thing said of a person. `about` tells it from the others of the same person, and stays when it is said again. */
export interface Statement {
  readonly about: string;
  readonly resource: AllergyIntolerance | Condition | Consent | Observation | RelatedPerson;
}

/** An id that is the same each time the same is said of the same person (UUIDv5 in the person's name space). */
export const statementId = (personId: string, about: string): string => uuidv5(about, personId);

/** A Bundle entry that puts the statement, by conditional update, where it was put before. */
export function statementEntry(personId: string, { about, resource }: Statement): BundleEntry {
  const id = statementId(personId, about);
  const identifier: Identifier = { system: systems.statement, value: id };
  const identified = { ...resource, identifier: [identifier] };
  return {
    fullUrl: `urn:uuid:${id}`,
    resource: identified,
    request: { method: 'PUT', url: `${resource.resourceType}?${matching(identifier)}` },
  };
}
