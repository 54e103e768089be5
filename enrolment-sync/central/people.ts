import { birthYears } from '#sync/packet/births.ts';
import type { BiometricPart, EnrolmentRecord } from '#sync/packet/index.ts';
import { nameKey } from '#sync/packet/names.ts';
import type { Sql } from './sql.ts';

/*
 * People as central knows them: the record, and what the duplicate check searches by. Photographs and images of
 * prints are not here; they stay in the sealed packet.
 */

/** Of the column in the schema, made for the built-in recogniser; templates of another length are not indexed. */
export const faceDimensions = 128;

/** The revision at hand, or null for a person not known. */
export async function knownRevision(sql: Sql, personId: string): Promise<number | null> {
  const [row] = await sql.query<{ revision: number }>('SELECT revision FROM people WHERE person_id = $1', [
    personId,
  ]);
  return row?.revision ?? null;
}

/** Puts this record and these biometrics in the place of what was known of the person, whatever the district. */
export async function replacePerson(
  sql: Sql,
  record: EnrolmentRecord,
  { face, fingers }: BiometricPart,
): Promise<void> {
  const { personId, person } = record;
  const district = person.address.districtLgd;
  const vector = comparableVector(face);
  for (const table of ['people', 'faces', 'fingers'])
    await sql.query(`DELETE FROM ${table} WHERE person_id = $1`, [personId]);
  const { first, last } = birthYears(person.birth);
  await sql.query('INSERT INTO people VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
    district,
    personId,
    record.revision,
    JSON.stringify(person),
    JSON.stringify(record.consent),
    nameKey(person.name),
    person.sex,
    first,
    last,
    new Date(record.enrolledAt),
  ]);
  if (face && vector)
    await sql.query('INSERT INTO faces VALUES ($1, $2, $3, $4, $5::vector)', [
      district,
      personId,
      face.model,
      face.quality,
      vectorText(vector),
    ]);
  for (const { position, engine, quality, template } of fingers)
    await sql.query('INSERT INTO fingers VALUES ($1, $2, $3, $4, $5, $6)', [
      district,
      personId,
      position,
      engine,
      quality,
      template,
    ]);
}

/** The vector when the face index holds such; null for no face and for another engine's. */
export function comparableVector(face: BiometricPart['face']): Float32Array | null {
  return face?.vector instanceof Float32Array && face.vector.length === faceDimensions ? face.vector : null;
}

/** Whether a vector has a direction: no NaN, no infinity, not all zero. */
export function hasDirection(vector: Float32Array): boolean {
  return vector.every(Number.isFinite) && vector.some((value) => value !== 0);
}

/** As pgvector reads it. */
export function vectorText(vector: Float32Array): string {
  return `[${vector.join(',')}]`;
}
