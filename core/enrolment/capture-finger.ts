import type { FingerCaptured } from '#core/api/contract.ts';
import { encodePrint, type Grey } from '#core/images/index.ts';
import type { Parts } from '#core/parts.ts';
import { isRefused, type Refused, refuse } from '#core/refusals/codes.ts';
import type { CaptureResult } from '#drivers/fingerprint-scanner/index.ts';
import { type Extraction, type ExtractionRefusal, packTemplate } from '#models/fingerprint/index.ts';
import type { FingerPosition } from '#sync/packet/person.ts';
import type { Draft } from './draft.ts';

type Extracted = Extract<Extraction, { outcome: 'extracted' }>;

const captureTimeoutMs = 30_000;

/** Runs the scanner once, telling the screens how far it is. Every outcome of the driver has its own refusal. */
export async function scanPrint(
  { scanner, events }: Pick<Parts, 'scanner' | 'events'>,
  signal: AbortSignal,
): Promise<Grey | Refused> {
  if (!scanner) return refuse('no-scanner');
  events.emit('capture', { stage: 'waiting', fraction: 0 });
  const result = await scanner.capture({
    timeoutMs: captureTimeoutMs,
    signal,
    onFingerSeen: () => events.emit('capture', { stage: 'finger-seen', fraction: 0 }),
    onProgress: (fraction) => events.emit('capture', { stage: 'reading', fraction }),
  });
  events.emit('capture', { stage: 'done', fraction: 1 });
  return result.outcome === 'captured' ? result.print : refuse(scannerRefusals[result.outcome]);
}

const scannerRefusals = {
  poor: 'poor-print',
  incomplete: 'print-incomplete',
  'timed-out': 'no-finger-placed',
  'device-gone': 'scanner-gone',
  busy: 'scanner-busy',
  cancelled: 'capture-cancelled',
} as const satisfies Record<Exclude<CaptureResult['outcome'], 'captured'>, string>;

const extractionRefusals = {
  blank: 'blank-print',
  'too-small': 'not-a-print',
  'too-large': 'image-too-large',
  'too-little-contact': 'poor-print',
  'wrong-resolution': 'print-wrong-resolution',
  'not-a-fingerprint': 'not-a-print',
} as const satisfies Record<ExtractionRefusal, string>;

/** One print to one template. Refusals: blank-print, not-a-print, poor-print, print-wrong-resolution, image-too-large. */
export async function templatePrint(
  { fingerprint }: Pick<Parts, 'fingerprint'>,
  print: Grey,
): Promise<Extracted | Refused> {
  const extraction = await fingerprint.extract(print);
  return extraction.outcome === 'extracted' ? extraction : refuse(extractionRefusals[extraction.reason]);
}

/**
 * Takes one finger of a draft. The best print of all attempts stands; below the site's quality it is refused
 * as poor-print until the attempts are used up. A finger that is kept already is replaced by a print that is good
 * enough (the first may have been of another finger), never by a poor one. Undoes the duplicate review.
 */
export async function captureFinger(
  parts: Pick<Parts, 'fingerprint' | 'drafts' | 'db' | 'site'>,
  draft: Draft,
  position: FingerPosition,
  print: Grey,
): Promise<FingerCaptured | Refused> {
  const extraction = await templatePrint(parts, print);
  if (isRefused(extraction)) return extraction;
  const { printQuality, printAttempts } = parts.site.policies;
  const before = parts.drafts.fingers(draft.id).find((finger) => finger.position === position);
  const quality = Math.round(extraction.quality);
  if (before?.kept && quality < printQuality) return refuse('poor-print');
  const attempts = (before && !before.kept ? before.attempts : 0) + 1;
  const isBest = !before || before.kept || quality >= before.quality;
  const best = isBest
    ? {
        template: packTemplate(extraction.template),
        quality,
        dpi: print.dpi,
        image: await encodePrint(print),
      }
    : before;
  const kept = best.quality >= printQuality || attempts >= printAttempts;
  const { [position]: _taken, ...fingerExceptions } = draft.body.fingerExceptions;
  parts.db.transaction(() => {
    parts.drafts.putFinger(draft.id, { ...best, position, engine: parts.fingerprint.id, attempts, kept });
    parts.drafts.write(draft.id, { fingerExceptions, review: null, decision: null });
  })();
  return kept ? { quality: best.quality, attempts, advice: extraction.advice } : refuse('poor-print');
}
