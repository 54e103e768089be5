import { z } from 'zod';
import { faultsOf } from './template-faults.ts';
import { cardLanguages, fieldNames } from './words.ts';

/*
 * A programme's card as data: what stands where, front and back, in millimetres from the top left corner. The
 * person's data, the colours that follow from the programme's one, and the fitting of text are the kiosk's.
 */

const mm = z.number().min(0).max(100);
const hex = z.string().regex(/^#[0-9a-f]{6}$/i);
const Box = z.strictObject({ x: mm, y: mm, width: mm.positive(), height: mm.positive() });
/** The em, in mm: below 1.2 mm (3.4 pt) nobody reads a card. */
const size = z.number().min(1.2).max(12);
const place = { align: z.enum(['left', 'centre', 'right']).default('left') };
const colour = z.enum(['ink', 'label', 'on-band']).default('ink');

/** A text in the card's language or in English; one that is empty, or says what a line above said, is left out. */
const Line = z.strictObject({
  text: z.string().min(1),
  in: z.enum(['card', 'english']).default('card'),
  size,
  bold: z.boolean().default(false),
  /** The line's share of the height of its box. */
  share: z.number().positive().default(1),
});

const Element = z.discriminatedUnion('kind', [
  /** A field of the programme's colour. */
  z.strictObject({ kind: z.literal('band'), box: Box }),
  /** A field of the accent colour. */
  z.strictObject({ kind: z.literal('rule'), box: Box }),
  /** Fine lines, hard to copy cleanly: woven on white, or a rosette on a band. */
  z.strictObject({ kind: z.literal('weave'), box: Box }),
  z.strictObject({ kind: z.literal('rosette'), box: Box, x: mm, y: mm, radius: mm.positive() }),
  z.strictObject({ kind: z.literal('logo'), box: Box }),
  /** 3:4 by its width, so that a portrait of token geometry is never cropped again. */
  z.strictObject({ kind: z.literal('portrait'), x: mm, y: mm, width: mm.positive() }),
  /** `details` is the code without a photo; `photo` the one with, or the former where a card has none. */
  z.strictObject({ kind: z.literal('qr'), holds: z.enum(['details', 'photo']), box: Box }),
  /** Lines one below the other; those present share the box. */
  z.strictObject({
    kind: z.literal('texts'),
    box: Box,
    colour,
    ...place,
    stand: z.enum(['top', 'middle']).default('middle'),
    lines: z.array(Line).min(1).max(6),
  }),
  /** Labels with their values below; who has no guardian leaves no gap. */
  z.strictObject({
    kind: z.literal('fields'),
    box: Box,
    ...place,
    rows: z
      .array(z.array(z.enum(fieldNames)).min(1).max(3))
      .min(1)
      .max(6),
    labelSize: size,
    size,
    bold: z.boolean().default(false),
  }),
  /** The mark of a provisional card; on another nothing is drawn. */
  z.strictObject({ kind: z.literal('provisional'), box: Box }),
]);
export type Element = z.infer<typeof Element>;

/** `data:image/png;base64,…` or `data:image/svg+xml;base64,…`, up to 256 kB. */
const Logo = z
  .string()
  .max(350_000)
  .regex(/^data:image\/(png|svg\+xml);base64,[A-Za-z0-9+/]+=*$/);

export const CardTemplate = z
  .strictObject({
    version: z.literal(1),
    logo: Logo.optional(),
    /** Instead of those that follow from the programme's colour. */
    colours: z.strictObject({ band: hex, rule: hex, label: hex, ink: hex }).partial().default({}),
    texts: z.record(z.string(), z.record(z.enum(cardLanguages), z.string().min(1).max(200))).default({}),
    front: z.array(Element).min(1).max(40),
    back: z.array(Element).min(1).max(40),
  })
  .superRefine((template, context) => {
    for (const path of faultsOf(template)) context.addIssue({ code: 'custom', path: [...path] });
  });

export type CardTemplate = z.infer<typeof CardTemplate>;
