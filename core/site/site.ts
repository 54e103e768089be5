import { X509Certificate } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CardTemplate, unprintableIn } from '#core/cards/face/index.ts';
import { type Refused, refuse } from '#core/refusals/codes.ts';
import { dialects } from '#health-card/index.ts';
import { FingerPosition, Language } from '#sync/packet/person.ts';

/*
 * A site is one validated file, `site.json` in the kiosk's home folder: where this kiosk stands, for which
 * programme, with which devices and policies. A private hospital is a site file.
 */

const inEveryLanguage = z.record(Language, z.string().min(1));

const Area = z.object({
  district: z.string().min(1),
  districtLgd: z.string().regex(/^\d{1,6}$/),
  stateLgd: z.string().regex(/^\d{1,3}$/),
});

const Scanner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  /** A 0xEF01 serial module at this path, e.g. /dev/ttyUSB0 or COM3. */
  z.object({ kind: z.literal('ef01'), path: z.string().min(1) }),
  /** The built-in simulator, speaking 0xEF01 over a pty; for demonstrations only. */
  z.object({ kind: z.literal('simulated') }),
]);

const Printer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  /** Cards as PDF files in this folder, relative to the home folder. */
  z.object({ kind: z.literal('folder'), folder: z.string().min(1) }),
  z.object({ kind: z.literal('ipp'), uri: z.url() }),
]);

const Certificate = z.string().refine(
  (pem) => {
    try {
      return new X509Certificate(pem).publicKey.asymmetricKeyType === 'rsa';
    } catch {
      return false;
    }
  },
  { error: 'certificate' },
);

/** What the code on a card carries, and how it is written. */
const Card = z.object({
  /** A: who the holder is. B: also a small photo, in a second code on the back. */
  profile: z.enum(['A', 'B']).default('A'),
  /** How ID Claim 169 is framed; both are read. */
  dialect: z.enum(dialects).default('tag-18'),
  /** Blood group, allergies, conditions and emergency contact, encrypted to the clinical key, where this kiosk has it. */
  clinical: z.boolean().default(false),
  /** The face embedding, encrypted likewise: then a kiosk that never saw the holder can compare the face. */
  face: z.boolean().default(false),
});

export const Site = z.object({
  version: z.int().min(1),
  /** A demonstration: simulated devices, an embedded central, sign-in shown on the screen. */
  demo: z.boolean().default(false),
  mode: z.enum(['survey', 'counter', 'self-service']),
  programme: inEveryLanguage,
  organisation: z.string().min(1),
  /** What stands in every card as its issuer; cards of another issuer are refused. */
  issuer: z.url(),
  colour: z.string().regex(/^#[0-9a-f]{6}$/i),
  areas: z.array(Area).min(1),
  languages: z.array(Language).min(1),
  /** The language beside English on the card. */
  cardLanguage: Language,
  /** The programme's own card; without it, the one built in. */
  cardTemplate: CardTemplate.optional(),
  /** `front` for a printer that prints one side: it would print the back on a card of its own. */
  cardSides: z.enum(['both', 'front']).default('both'),
  card: Card.prefault({}),
  /** UIDAI's certificates (PEM) by which the Secure QR of Aadhaar cards is checked; with none it counts as not checked. */
  uidaiCertificates: z.array(Certificate).max(10).default([]),
  fingers: z.array(FingerPosition).max(10),
  consent: z.object({ version: z.string().min(1), text: inEveryLanguage }),
  devices: z.object({ scanner: Scanner, printer: Printer }),
  policies: z.object({
    /** Prints below this quality (0-100) are taken again, up to the attempts; then the best is kept. */
    printQuality: z.int().min(0).max(100),
    printAttempts: z.int().min(1).max(5),
    /** Wrong PINs before an operator is locked out, and for how many minutes. */
    pinAttempts: z.int().min(3).max(10),
    lockOutMinutes: z.int().min(1).max(1440),
    /** Years that a card is valid. */
    cardYears: z.int().min(1).max(30),
    /** Whether recognising by face begins with a challenge against photos; unless told, at self-service alone. */
    liveness: z.boolean().optional(),
    /** Days that a card is valid before central has confirmed its enrolment; null: its full time from the start. */
    provisionalDays: z.int().min(1).max(730).nullable().default(180),
  }),
  central: z.object({ url: z.url() }).nullable(),
});

export type Site = z.infer<typeof Site>;

/** Whether nobody is looked for by face who has not passed a challenge. */
export function asksForLiveness({ mode, policies }: Pick<Site, 'mode' | 'policies'>): boolean {
  return policies.liveness ?? mode === 'self-service';
}

const siteFile = 'site.json';

/** Reads and validates the site file of a home folder; null when there is none. */
export async function readSite(home: string): Promise<Site | Refused | null> {
  let text: string;
  try {
    text = await readFile(join(home, siteFile), 'utf8');
  } catch {
    return null;
  }
  return parseSite(text);
}

/** Parses a site file's text; the refusal names the fields that are wrong. */
export async function parseSite(text: string): Promise<Site | Refused> {
  const parsed = Site.safeParse(jsonOf(text));
  if (!parsed.success) return refuse('invalid-site', [...new Set(parsed.error.issues.map(fieldOf))]);
  const { cardTemplate } = parsed.data;
  const unprintable = cardTemplate ? await unprintableIn(cardTemplate) : [];
  if (unprintable.length > 0)
    return refuse(
      'invalid-site',
      unprintable.map((path) => `cardTemplate.${path}`),
    );
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const fieldOf = ({ path }: z.core.$ZodIssue) => (path.length ? path.join('.') : 'json');

/** Writes a site file into a home folder. */
export async function writeSite(home: string, site: Site): Promise<void> {
  await writeFile(join(home, siteFile), `${JSON.stringify(site, null, 2)}\n`);
}
