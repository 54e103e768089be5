import { vectorOf } from '#core/enrolment/draft-store.ts';
import type { Database } from '#core/storage/database.ts';
import type { FaceEngine } from '#models/face/index.ts';
import type { FingerprintEngine, FingerprintTemplate } from '#models/fingerprint/index.ts';
import { createGallery } from '#models/gallery/index.ts';

/*
 * The galleries in memory: every face and finger this kiosk knows, loaded from the database at start and kept
 * in step by the commit. Templates of another engine than today's are left out until they are made anew.
 */

export interface FaceHit {
  readonly personId: string;
  /** Cosine, -1 to 1. */
  readonly score: number;
}

export interface FingerHit {
  readonly personId: string;
  /** Decibels: false match rate about 10^(-score/10). */
  readonly score: number;
}

export interface Galleries {
  /** People whose face is at least a candidate, best first, at most `limit`. */
  searchFace(vector: Float32Array, limit: number): Promise<FaceHit[]>;
  /** The people whose fingers are most like the probe, each by the best, best first, at most `limit`. */
  searchFinger(probe: FingerprintTemplate, limit: number): Promise<FingerHit[]>;
  /** Reads a person's biometrics again from the database. */
  refresh(personId: string): void;
}

interface FaceRow {
  readonly person_id: string;
  readonly vector: Buffer;
}

interface FingerRow {
  readonly person_id: string;
  readonly template: Buffer;
}

export function openGalleries(db: Database, face: FaceEngine, fingerprint: FingerprintEngine): Galleries {
  const faces = createGallery(face.dimensions);
  const fingers = fingerprint.createGallery();
  const facesOf = (where: string) =>
    db.prepare<string[], FaceRow>(`SELECT person_id, vector FROM faces WHERE model = ? ${where}`);
  const fingersOf = (where: string) =>
    db.prepare<string[], FingerRow>(`SELECT person_id, template FROM fingers WHERE engine = ? ${where}`);

  const addFace = (row: FaceRow) => faces.add(row.person_id, vectorOf(row.vector));
  const addFinger = (row: FingerRow) => fingers.add(row.person_id, row.template);
  facesOf('').all(face.id).forEach(addFace);
  fingersOf('').all(fingerprint.id).forEach(addFinger);

  return {
    searchFace: async (vector, limit) =>
      (await faces.search(vector, limit)).filter(({ score }) => score >= face.thresholds.candidate),
    searchFinger: (probe, limit) => fingers.search(probe, limit),
    refresh(personId) {
      faces.remove(personId);
      fingers.remove(personId);
      facesOf('AND person_id = ?').all(face.id, personId).forEach(addFace);
      fingersOf('AND person_id = ?').all(fingerprint.id, personId).forEach(addFinger);
    },
  };
}
