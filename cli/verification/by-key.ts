import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { ClinicalJwk, isRefused, readCardPicture, refuse } from '#core/index.ts';
import { type ContentKey, contentKey, openConfidential, verifyCardByKey } from '#health-card/index.ts';
import { readInput, readJson } from '../files.ts';
import { refusedBy } from '../session.ts';
import type { Judged } from './verdict.ts';

/*
 * A card judged by whoever holds nothing but the issuer's public key: no kiosk, no database, no network. With the
 * programme's clinical key as well, what is encrypted on the card is opened too.
 */

/** Judges a picture's or a text's card by the public key in a file: PEM (key or certificate), JWK, or JWKS. */
export async function judgeByKey(
  input: string | Uint8Array,
  keyFile: string,
  clinicalKeyFile: string | undefined,
): Promise<Judged> {
  const publicKeys = await readPublicKeys(keyFile);
  const contentKeys = clinicalKeyFile ? [await readClinicalKey(clinicalKeyFile)] : [];
  const text = typeof input === 'string' ? input : await readCardPicture(input);
  if (isRefused(text)) throw refusedBy(text);
  const now = Date.now() / 1000;
  const verdicts = publicKeys.map((key) => verifyCardByKey(text, key, now, contentKeys));
  const own = verdicts.find(({ verdict }) => verdict !== 'unknown-issuer' && verdict !== 'bad-signature');
  const { verdict, reason, claims } = own ?? verdicts[0];
  if (!claims) return { verdict, reason, card: null };
  const { photo, confidential, nativeName, ...card } = claims;
  return {
    verdict,
    reason,
    card: {
      ...card,
      nativeName: nativeName?.text ?? null,
      hasPhoto: photo !== undefined,
      confidential: confidential ? opened(confidential, contentKeys) : null,
      statusAsOf: null,
    },
  };
}

/** The clinical key in a file: a symmetric JWK of 256 bits. Throws CommandRefused. */
export async function readClinicalKey(file: string): Promise<ContentKey> {
  const secret = ClinicalJwk.safeParse(await readJson(file));
  if (!secret.success) throw refusedBy(refuse('invalid-request', [file]));
  return contentKey(secret.data);
}

function opened(part: Uint8Array, keys: readonly ContentKey[]) {
  const opening = openConfidential(part, keys);
  if (opening.outcome !== 'opened') return opening.outcome;
  const { face, ...clinical } = opening.confidential;
  return { ...clinical, hasFace: face !== undefined };
}

const Jwk = z.looseObject({ kty: z.string() });
const Jwks = z.object({ keys: z.array(Jwk).min(1) });

async function readPublicKeys(file: string): Promise<[KeyObject, ...KeyObject[]]> {
  const text = new TextDecoder().decode(await readInput(file)).trim();
  try {
    if (!text.startsWith('{')) return [createPublicKey(text)];
    const json: unknown = JSON.parse(text);
    const set = Jwks.safeParse(json);
    const [first, ...others] = set.success ? set.data.keys : [Jwk.parse(json)];
    const publicKeyOf = (key: z.output<typeof Jwk>) => createPublicKey({ key, format: 'jwk' });
    return [publicKeyOf(first), ...others.map(publicKeyOf)];
  } catch {
    throw refusedBy(refuse('invalid-request', [file]));
  }
}
