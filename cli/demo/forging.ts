import { generateKeyPairSync } from 'node:crypto';
import { type CardSigner, deviceKid, encodeCard, readCard } from '#health-card/index.ts';

/**
 * What a forger can do without the kiosk's key: take a real card, write another name into it, and sign it with a
 * key of their own, under the real key's id or, with 'own key', under their own.
 */
export function forge(qr: string, under: 'stolen id' | 'own key' = 'stolen id'): string {
  const card = readCard(qr);
  if (card.outcome !== 'read') throw new Error('only a readable card can be forged');
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const kid = under === 'own key' ? deviceKid(publicKey) : Buffer.from(card.kid, 'hex');
  const signer: CardSigner = { kid, privateKey };
  return encodeCard({ ...card.claims, name: 'Somebody Else' }, signer);
}
