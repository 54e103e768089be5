import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { isRefused, parseSite, type Site } from '#core/index.ts';
import { readInput, readJson } from './files.ts';
import { refusedBy } from './session.ts';

/* A site file as it is written by hand, with the card's template, and the template's logo, in files of their own. */

const Template = z.looseObject({ logo: z.string().optional() });
const kinds: Readonly<Record<string, string>> = { svg: 'svg+xml', png: 'png' };

/** The site with the template inside it, as a kiosk keeps it. Throws CommandRefused: not-found, invalid-site. */
export async function readSiteFile(file: string, templateFile: string | undefined): Promise<Site> {
  const site = z.record(z.string(), z.unknown()).safeParse(await readJson(file)).data ?? {};
  const whole = templateFile ? { ...site, cardTemplate: await readTemplate(templateFile) } : site;
  const parsed = await parseSite(JSON.stringify(whole));
  if (isRefused(parsed)) throw refusedBy(parsed);
  return parsed;
}

/** A template whose logo names a file beside it gets that file inside it. */
async function readTemplate(file: string): Promise<unknown> {
  const value = await readJson(file);
  const template = Template.safeParse(value).data;
  if (!template?.logo || template.logo.startsWith('data:')) return value;
  const bytes = await readInput(resolve(dirname(file), template.logo));
  const kind = kinds[template.logo.slice(template.logo.lastIndexOf('.') + 1).toLowerCase()] ?? '';
  return { ...template, logo: `data:image/${kind};base64,${Buffer.from(bytes).toString('base64')}` };
}
