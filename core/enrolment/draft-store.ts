import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Database } from '#core/storage/database.ts';
import { FingerPosition, type Language } from '#sync/packet/person.ts';
import { type Draft, DraftBody, emptyBody } from './draft.ts';

/* Drafts in the encrypted database: every step is durable before its answer leaves. */

export interface FaceCapture {
  readonly model: string;
  readonly vector: Float32Array;
  readonly quality: number;
  /** The full frame, JPEG. */
  readonly photo: Uint8Array;
  /** The 3:4 token crop, JPEG. */
  readonly portrait: Uint8Array;
}

export interface FingerCapture {
  readonly position: FingerPosition;
  readonly engine: string;
  readonly template: Uint8Array;
  readonly quality: number;
  readonly attempts: number;
  /** Good enough, or the best of all attempts; false while a better one is still to be tried for. */
  readonly kept: boolean;
  readonly dpi: number;
  /** PNG, 8-bit grey. */
  readonly image: Uint8Array;
}

export interface DraftStore {
  start(operator: string, language: Language): Draft;
  list(): Draft[];
  get(id: string): Draft | null;
  /** Deletes a draft with its pictures; false when there is none. */
  remove(id: string): boolean;
  /** Changes what is typed and decided. */
  write(id: string, change: Partial<DraftBody>): void;
  putFace(id: string, face: FaceCapture | null): void;
  face(id: string): FaceCapture | null;
  putFinger(id: string, finger: FingerCapture): void;
  removeFinger(id: string, position: FingerPosition): void;
  fingers(id: string): FingerCapture[];
}

interface DraftRow {
  readonly id: string;
  readonly operator: string;
  readonly body: string;
  readonly started_at: string;
}

interface FingerRow extends Omit<FingerCapture, 'position' | 'kept'> {
  readonly position: string;
  readonly kept: number;
}

const Json = z.string().transform((text): unknown => JSON.parse(text));
const Body = Json.pipe(DraftBody);

export function openDraftStore(db: Database, now: () => Date): DraftStore {
  const insert = db.prepare('INSERT INTO drafts (id, operator, body, started_at) VALUES (?, ?, ?, ?)');
  const select = db.prepare<[string], DraftRow>('SELECT * FROM drafts WHERE id = ?');
  const selectAll = db.prepare<[], DraftRow>('SELECT * FROM drafts ORDER BY started_at');
  const update = db.prepare('UPDATE drafts SET body = ? WHERE id = ?');
  const selectFace = db.prepare<[string], Omit<FaceCapture, 'vector'> & { vector: Buffer }>(
    'SELECT model, vector, quality, photo, portrait FROM draft_faces WHERE draft_id = ?',
  );
  const selectFingers = db.prepare<[string], FingerRow>(
    'SELECT position, engine, template, quality, attempts, kept, dpi, image FROM draft_fingers WHERE draft_id = ?',
  );

  const read = (row: DraftRow): Draft => ({
    id: row.id,
    operator: row.operator,
    startedAt: row.started_at,
    body: Body.parse(row.body),
    face: selectFace.get(row.id) ?? null,
    fingers: fingers(row.id),
  });
  const get = (id: string) => {
    const row = select.get(id);
    return row ? read(row) : null;
  };
  const fingers = (id: string): FingerCapture[] =>
    selectFingers
      .all(id)
      .map((row) => ({ ...row, kept: row.kept === 1, position: FingerPosition.parse(row.position) }));

  return {
    start(operator, language) {
      const draft = { id: uuidv7(), operator, startedAt: now().toISOString(), body: emptyBody(language) };
      insert.run(draft.id, operator, JSON.stringify(draft.body), draft.startedAt);
      return { ...draft, face: null, fingers: [] };
    },
    list: () => selectAll.all().map(read),
    get,
    remove: (id) => db.prepare('DELETE FROM drafts WHERE id = ?').run(id).changes > 0,
    write(id, change) {
      const row = select.get(id);
      if (row) update.run(JSON.stringify({ ...Body.parse(row.body), ...change }), id);
    },
    putFace(id, face) {
      db.prepare('DELETE FROM draft_faces WHERE draft_id = ?').run(id);
      if (!face) return;
      db.prepare('INSERT INTO draft_faces VALUES (?, ?, ?, ?, ?, ?)').run(
        id,
        face.model,
        Buffer.from(face.vector.buffer, face.vector.byteOffset, face.vector.byteLength),
        face.quality,
        face.photo,
        face.portrait,
      );
    },
    face(id) {
      const row = selectFace.get(id);
      return row ? { ...row, vector: vectorOf(row.vector) } : null;
    },
    putFinger(id, { position, engine, template, quality, attempts, kept, dpi, image }) {
      db.prepare('INSERT OR REPLACE INTO draft_fingers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
        id,
        position,
        engine,
        template,
        quality,
        attempts,
        kept ? 1 : 0,
        dpi,
        image,
      );
    },
    removeFinger(id, position) {
      db.prepare('DELETE FROM draft_fingers WHERE draft_id = ? AND position = ?').run(id, position);
    },
    fingers,
  };
}

/** A stored vector, copied so that it is aligned to four bytes. */
export function vectorOf(bytes: Uint8Array): Float32Array {
  return new Float32Array(Uint8Array.from(bytes).buffer);
}
