import { X509Certificate } from 'node:crypto';
import { type Refused, refuse } from '#core/refusals/codes.ts';
import type { Site } from '#core/site/site.ts';
import { type ForeignCard, readForeignCard } from '#foreign-cards/index.ts';

const refusals = {
  other: 'not-an-identity-code',
  damaged: 'identity-code-damaged',
  forged: 'identity-code-forged',
} as const;

/**
 * What an ABHA or Aadhaar code says, to start the details with: claimed by whoever shows it. Nothing of it is kept here.
 * Refusals: not-an-identity-code, identity-code-damaged, identity-code-forged.
 */
export function readIdentityCard(
  { uidaiCertificates }: Pick<Site, 'uidaiCertificates'>,
  text: string,
): ForeignCard | Refused {
  const uidaiKeys = uidaiCertificates.map((pem) => new X509Certificate(pem).publicKey);
  const reading = readForeignCard(text, { uidaiKeys });
  return reading.outcome === 'read' ? reading.card : refuse(refusals[reading.outcome]);
}
