import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';
import type { Role, Session } from '#core/api/contract.ts';
import type { Audit } from '#core/audit/index.ts';
import { type Refused, refuse } from '#core/refusals/codes.ts';
import type { Database } from '#core/storage/database.ts';

/*
 * Operators sign in with a PIN, offline. A PIN is short, so what protects it is the lock-out and the cost of
 * argon2id over a file that is itself encrypted. Sessions live in memory: a restart signs everybody out.
 */

interface OperatorRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly pin_hash: string;
  readonly failed: number;
  readonly locked_until: number;
}

export type Operator = Session['operator'];

export interface Operators {
  /** Adds an operator, or gives an existing one a new PIN. */
  put(operator: Operator, pin: string): Promise<void>;
  list(): readonly { readonly id: string; readonly name: string }[];
  /** Refusals: wrong-pin (also for an unknown operator), locked-out. */
  signIn(id: string, pin: string): Promise<Session | Refused>;
  signOut(token: string): void;
  signedIn(token: string | null): Operator | null;
}

interface Policy {
  readonly pinAttempts: number;
  readonly lockOutMinutes: number;
}

export function openOperators(db: Database, audit: Audit, policy: Policy, now: () => Date): Operators {
  const sessions = new Map<string, Operator>();
  const find = db.prepare<[string], OperatorRow>('SELECT * FROM operators WHERE id = ?');
  const setFailed = db.prepare('UPDATE operators SET failed = ?, locked_until = ? WHERE id = ?');
  const upsert = db.prepare(
    `INSERT INTO operators (id, name, role, pin_hash) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, pin_hash = excluded.pin_hash`,
  );

  const recordFailure = db.transaction((operator: OperatorRow): Refused => {
    const failed = operator.failed + 1;
    const locked = failed >= policy.pinAttempts;
    const until = locked ? now().getTime() + policy.lockOutMinutes * 60_000 : 0;
    setFailed.run(locked ? 0 : failed, until, operator.id);
    audit.append(locked ? 'operator-locked-out' : 'operator-refused', { operator: operator.id });
    return refuse(locked ? 'locked-out' : 'wrong-pin');
  });

  const recordSuccess = db.transaction((operator: OperatorRow): Session => {
    setFailed.run(0, 0, operator.id);
    audit.append('operator-signed-in', { operator: operator.id });
    const token = randomBytes(32).toString('base64url');
    const session = { id: operator.id, name: operator.name, role: operator.role };
    sessions.set(token, session);
    return { token, operator: session };
  });

  return {
    async put({ id, name, role }, pin) {
      upsert.run(id, name, role, await hashPin(pin));
    },
    list: () =>
      db.prepare<[], { id: string; name: string }>('SELECT id, name FROM operators ORDER BY name').all(),
    async signIn(id, pin) {
      const operator = find.get(id);
      if (!operator) return refuse('wrong-pin');
      if (operator.locked_until > now().getTime()) return refuse('locked-out');
      const right = await argon2Verify({ password: pin, hash: operator.pin_hash });
      const current = find.get(id) ?? operator;
      if (current.locked_until > now().getTime()) return refuse('locked-out');
      return right ? recordSuccess(current) : recordFailure(current);
    },
    signOut(token) {
      const operator = sessions.get(token);
      if (sessions.delete(token) && operator) audit.append('operator-signed-out', { operator: operator.id });
    },
    signedIn: (token) => (token ? (sessions.get(token) ?? null) : null),
  };
}

function hashPin(pin: string): Promise<string> {
  return argon2id({
    password: pin,
    salt: randomBytes(16),
    memorySize: 19_456,
    iterations: 2,
    parallelism: 1,
    hashLength: 32,
    outputType: 'encoded',
  });
}
