import type { FingerView, MinutiaRecord } from '#models/fingerprint/index.ts';
import { fingerPositions } from '#sync/packet/person.ts';

/* A record as a person reads it, and as JSON holds it. */

const names = {
  'iso-19794-2-2005': 'ISO/IEC 19794-2:2005',
  'ansi-378-2004': 'ANSI INCITS 378-2004',
} as const;
const centimetresPerInch = 2.54;

/** One line for the record and one for each of its views. */
export function describeRecord(record: MinutiaRecord): string {
  const { standard, width, height, resolutionX, resolutionY, device, certified } = record;
  const resolutions = resolutionX === resolutionY ? [resolutionX] : [resolutionX, resolutionY];
  const dpi = resolutions.map((perCentimetre) => Math.round(perCentimetre * centimetresPerInch)).join(' × ');
  const product =
    record.standard === 'ansi-378-2004' ? [`product ${record.productOwner}/${record.productType}`] : [];
  return [
    [
      names[standard],
      `${width} × ${height} px at ${dpi} dpi`,
      `device ${device}${certified ? ' (certified)' : ''}`,
      ...product,
    ].join(', '),
    ...record.views.map(describeView),
  ].join('\n');
}

function describeView({ position, view, quality, impression, minutiae, extended }: FingerView): string {
  const count = (wanted: string) => minutiae.filter(({ type }) => type === wanted).length;
  const kinds = [
    `${count('ending')} endings`,
    `${count('bifurcation')} bifurcations`,
    ...(count('other') > 0 ? [`${count('other')} other`] : []),
  ];
  const blocks = extended.map(({ type, data }) => `type ${type} of ${data.length} bytes`);
  return [
    `  ${fingerName(position)}, view ${view}: quality ${quality}`,
    `impression ${impression}`,
    `${minutiae.length} minutiae (${kinds.join(', ')})`,
    ...(blocks.length > 0 ? [`extended data: ${blocks.join(', ')}`] : []),
  ].join(', ');
}

/** The name of a finger code, 0..10. */
export function fingerName(position: number): string {
  const known = Object.entries(fingerPositions).find(([, code]) => code === position);
  return known ? known[0].replace('-', ' ') : 'unknown finger';
}

/** The record with the bytes of its extended data as hexadecimal text. */
export function recordAsJson(record: MinutiaRecord): object {
  const views = record.views.map((view) => ({
    ...view,
    extended: view.extended.map(({ type, data }) => ({ type, data: Buffer.from(data).toString('hex') })),
  }));
  return { ...record, views };
}
