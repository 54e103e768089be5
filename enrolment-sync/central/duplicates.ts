import { builtInModel, faceScore } from '#models/face/index.ts';
import {
  type FingerprintTemplate,
  fingerprintEngineId,
  matchFingerprints,
  unpackTemplate,
} from '#models/fingerprint/index.ts';
import { judge, nameAgrees, shareOfName } from '#models/gallery/index.ts';
import { birthYears, rememberedAge } from '#sync/packet/births.ts';
import { compareDetails } from '#sync/packet/details.ts';
import type { BiometricPart } from '#sync/packet/index.ts';
import { nameKey } from '#sync/packet/names.ts';
import { Person } from '#sync/packet/person.ts';
import { comparableVector, vectorText } from './people.ts';
import type { Sql } from './sql.ts';

/*
 * Is this person enrolled already, anywhere in the state? Candidates are found in three ways: the nearest faces
 * (pgvector, HNSW; only of the built-in recogniser, for of no other it is known here what a cosine is worth), everybody of the same sex and birth year, and the most alike names (pg_trgm). Each candidate's
 * fingers are compared with the newcomer's, and all evidence is judged together by the rules of the kiosk.
 */

const nearestFaces = 20;
const mostAlikeNames = 200;
/** Of pg_trgm, 0 to 1; below, names merely share letters. */
const leastTrigramSimilarity = '0.4';
/** A finger is compared with its counterparts of both hands. */
const handsTried = 2;
/** Fingers compared before other requests get their turn. */
const comparedInARow = 50;

export interface Duplicate {
  readonly personId: string;
  readonly band: 'same' | 'perhaps';
  /** Decibels, orders people within a band. */
  readonly score: number;
  readonly reasons: readonly string[];
}

interface Candidate {
  readonly person: Person;
  face: number | null;
}

/** The people whom the newcomer is or may be, the surest first. Run it inside a transaction. */
export async function findDuplicates(
  sql: Sql,
  personId: string,
  person: Person,
  { face, fingers }: BiometricPart,
): Promise<Duplicate[]> {
  const candidates = new Map<string, Candidate>();
  const vector = comparableVector(face);
  if (face?.model === builtInModel.id && vector) await byFace(sql, personId, face.model, vector, candidates);
  await byRecord(sql, personId, person, candidates);
  const scores = await fingerScores(sql, fingers, [...candidates.keys()]);
  const compared = Array.from(candidates, ([id, candidate]) => ({
    id,
    face: candidate.face,
    details: compareDetails(person, candidate.person),
  }));
  const { people, namesakes } = await countPeople(sql, person);
  // Of a name so common that not all who are called so became candidates, those spelled alike are counted.
  const alike = compared.filter(({ details }) => nameAgrees(details)).length;
  const nameShare = shareOfName(Math.max(alike, namesakes), people);
  const found = compared.flatMap(({ id, face, details }): Duplicate[] => {
    const { band, score, reasons } = judge(
      {
        face,
        fingers: scores.get(id) ?? [],
        fingerChoices: handsTried,
        demographics: { ...details, nameShare },
      },
      people,
    );
    return band === 'new' ? [] : [{ personId: id, band, score, reasons }];
  });
  return found.sort((a, b) => Number(b.band === 'same') - Number(a.band === 'same') || b.score - a.score);
}

/** How many people are known, and how many of them by just this name. */
async function countPeople(sql: Sql, { name }: Person): Promise<{ people: number; namesakes: number }> {
  const [counts] = await sql.query<{ people: number; namesakes: number }>(
    `SELECT (SELECT count(*) FROM people)::int AS people,
            (SELECT count(*) FROM people WHERE name_key = $1)::int AS namesakes`,
    [nameKey(name)],
  );
  return counts;
}

async function byFace(
  sql: Sql,
  personId: string,
  model: string,
  vector: Float32Array,
  candidates: Map<string, Candidate>,
): Promise<void> {
  await sql.query(`SET LOCAL hnsw.iterative_scan = 'strict_order'`);
  const rows = await sql.query<{ person_id: string; person: unknown; cosine: number }>(
    `SELECT near.person_id, near.cosine, people.person
     FROM (
       SELECT district, person_id, 1 - (vector <=> $1::vector) AS cosine FROM faces
       WHERE model = $2 AND person_id <> $3 ORDER BY vector <=> $1::vector LIMIT $4
     ) AS near JOIN people USING (district, person_id)`,
    [vectorText(vector), model, personId, nearestFaces],
  );
  for (const { person_id, person, cosine } of rows)
    candidates.set(person_id, { person: Person.parse(person), face: faceScore(cosine) });
}

async function byRecord(
  sql: Sql,
  personId: string,
  person: Person,
  candidates: Map<string, Candidate>,
): Promise<void> {
  await sql.query(`SET LOCAL pg_trgm.similarity_threshold = ${leastTrigramSimilarity}`);
  const { first, last } = birthYears(person.birth);
  const rows = await sql.query<{ person_id: string; person: unknown }>(
    `SELECT person_id, person FROM people
     WHERE sex = $1 AND birth_first <= $2 AND birth_last >= $3 AND person_id <> $4
     UNION ALL
     (SELECT person_id, person FROM people
      WHERE name_key % $5 AND person_id <> $4 ORDER BY similarity(name_key, $5) DESC LIMIT $6)`,
    [person.sex, last + rememberedAge, first - rememberedAge, personId, nameKey(person.name), mostAlikeNames],
  );
  for (const row of rows)
    if (!candidates.has(row.person_id))
      candidates.set(row.person_id, { person: Person.parse(row.person), face: null });
}

interface Finger {
  readonly kind: string;
  readonly template: FingerprintTemplate;
}

/** For each candidate the best score, in decibels, of each of the newcomer's fingers that has a counterpart. */
async function fingerScores(
  sql: Sql,
  fingers: BiometricPart['fingers'],
  candidates: readonly string[],
): Promise<Map<string, number[]>> {
  const probes = fingers
    .filter(({ engine }) => engine === fingerprintEngineId)
    .flatMap(({ position, template }) => fingerOf(position, template));
  const best = new Map<string, number[]>();
  if (probes.length === 0) return best;
  const rows = await sql.query<{ person_id: string; position: string; template: Uint8Array }>(
    'SELECT person_id, position, template FROM fingers WHERE engine = $1 AND person_id = ANY($2::uuid[])',
    [fingerprintEngineId, candidates],
  );
  for (const [index, { person_id, position, template }] of rows.entries()) {
    if (index % comparedInARow === 0) await otherRequests();
    const scores = best.get(person_id) ?? probes.map(() => 0);
    best.set(person_id, scores);
    for (const finger of fingerOf(position, template)) raise(scores, probes, finger);
  }
  return best;
}

/** Compares a finger with its counterparts of either hand: hands are mixed up at the scanner, fingers seldom. */
function raise(scores: number[], probes: readonly Finger[], { kind, template }: Finger): void {
  for (const [index, probe] of probes.entries())
    if (probe.kind === kind)
      scores[index] = Math.max(scores[index], matchFingerprints(probe.template, template));
}

function fingerOf(position: string, packed: Uint8Array): Finger[] {
  const template = unpackTemplate(packed);
  return template ? [{ kind: position.replace(/^(left|right)-/, ''), template }] : [];
}

const otherRequests = () => new Promise<void>((resolve) => setImmediate(resolve));
