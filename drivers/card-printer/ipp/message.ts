/*
 * IPP messages as values (RFC 8010, RFC 8011). On the wire:
 *
 *   version 2 | operation or status 2 | request id 4 | groups of attributes | 03 | document
 *
 * A group is a delimiter tag (01-0F) and its attributes; an attribute is tag 1 | name length 2 | name | value
 * length 2 | value, further values of it having an empty name; a collection (34 … 37) holds member names (4A) each
 * followed by its values. Only what a card printer needs is given meaning; all else is kept as bytes.
 */

export const groupTags = { operation: 0x01, job: 0x02, end: 0x03, printer: 0x04, unsupported: 0x05 } as const;

export const operations = {
  printJob: 0x0002,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getJobs: 0x000a,
  getPrinterAttributes: 0x000b,
} as const;

export const statuses = {
  ok: 0x0000,
  badRequest: 0x0400,
  notPossible: 0x0404,
  notFound: 0x0406,
  operationNotSupported: 0x0501,
  busy: 0x0507,
} as const;

/** Statuses from here on are refusals. */
export const firstErrorStatus = 0x0400;

export const jobStates = {
  pending: 3,
  held: 4,
  processing: 5,
  stopped: 6,
  cancelled: 7,
  aborted: 8,
  completed: 9,
} as const;

export const printerStates = { idle: 3, processing: 4, stopped: 5 } as const;

export const stringTags = {
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mime: 0x49,
} as const;

export const numberTags = { integer: 0x21, enum: 0x23 } as const;

export const valueTags = {
  boolean: 0x22,
  range: 0x33,
  beginCollection: 0x34,
  endCollection: 0x37,
  memberName: 0x4a,
} as const;

export type IppValue =
  | { readonly type: keyof typeof stringTags; readonly value: string }
  | { readonly type: keyof typeof numberTags; readonly value: number }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'range'; readonly low: number; readonly high: number }
  | { readonly type: 'collection'; readonly members: readonly IppAttribute[] }
  | { readonly type: 'other'; readonly tag: number; readonly bytes: Uint8Array };

export interface IppAttribute {
  readonly name: string;
  /** At least one. */
  readonly values: readonly IppValue[];
}

export interface IppGroup {
  readonly tag: number;
  readonly attributes: readonly IppAttribute[];
}

export interface IppMessage {
  /** The operation in a request, the status in an answer. */
  readonly code: number;
  readonly requestId: number;
  readonly groups: readonly IppGroup[];
  readonly document: Uint8Array;
}

/** An attribute of string, number or boolean values. */
export const strings = (
  name: string,
  type: keyof typeof stringTags,
  ...values: readonly string[]
): IppAttribute => ({ name, values: values.map((value) => ({ type, value })) });

export const numbers = (
  name: string,
  type: keyof typeof numberTags,
  ...values: readonly number[]
): IppAttribute => ({ name, values: values.map((value) => ({ type, value })) });

export const collections = (name: string, ...values: readonly (readonly IppAttribute[])[]): IppAttribute => ({
  name,
  values: values.map((members) => ({ type: 'collection', members })),
});

/** The two attributes every message must open with. */
export const preamble: readonly IppAttribute[] = [
  strings('attributes-charset', 'charset', 'utf-8'),
  strings('attributes-natural-language', 'language', 'en'),
];

/** All values of an attribute, wherever in the message it stands. */
export const valuesOf = (message: IppMessage, name: string): readonly IppValue[] =>
  message.groups.flatMap(({ attributes }) => valuesIn(attributes, name));

export const valuesIn = (attributes: readonly IppAttribute[], name: string): readonly IppValue[] =>
  attributes.filter((attribute) => attribute.name === name).flatMap(({ values }) => values);

export const numberOf = (values: readonly IppValue[]): number | null => {
  const [value] = values;
  return value && 'value' in value && typeof value.value === 'number' ? value.value : null;
};

export const stringsOf = (values: readonly IppValue[]): readonly string[] =>
  values.flatMap((value) => ('value' in value && typeof value.value === 'string' ? [value.value] : []));
