import type { KeyObject } from 'node:crypto';
import { readAbha } from './abha.ts';
import type { ForeignCardReading } from './foreign-card.ts';
import { readUidaiSecureQr } from './uidai-secure-qr.ts';

/** Longer than any QR; nothing longer is looked at. */
const MAX_TEXT = 8000;

/**
 * What a scanned text says, if it is of an ABHA card or app or an Aadhaar card.
 * @param uidaiKeys public keys of the UIDAI certificates the programme trusts; with none, signatures are not checked.
 */
export function readForeignCard(
  text: string,
  { uidaiKeys }: { readonly uidaiKeys: readonly KeyObject[] },
): ForeignCardReading {
  if (text.length > MAX_TEXT) return { outcome: 'other' };
  const trimmed = text.trim();
  const abha = readAbha(trimmed);
  return abha.outcome === 'other' ? readUidaiSecureQr(trimmed, uidaiKeys) : abha;
}
