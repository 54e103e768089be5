import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { Counts } from './counts.ts';

/* The page that shows an administrator that central lives: counts, and nothing of any person. */

const refreshSeconds = 15;
const style = `body{font:1.1rem/1.5 system-ui,sans-serif;margin:3rem auto;max-width:34rem;padding:0 1rem;color:#1d2b2b}
h1{font-size:1.4rem;margin:0}p{color:#4c5c5c;margin:.2rem 0 2rem;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:1fr auto;margin:0}dt,dd{margin:0;padding:.7rem 0;border-top:1px solid #d5dddd}
dd{text-align:right;font-weight:600;font-variant-numeric:tabular-nums}`;
const styleHash = createHash('sha256').update(style).digest('base64');

export const pageHeaders = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

export function statusPage(counts: Counts, issuer: string) {
  const number = (count: number) => count.toLocaleString('en-IN');
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${refreshSeconds}">
<title>Enrolment central</title>
<style>${raw(style)}</style>
</head>
<body>
<h1>Enrolment central</h1>
<p>${issuer}</p>
<dl>
<dt>People</dt><dd>${number(counts.people)}</dd>
<dt>Packets taken in</dt><dd>${number(counts.packets)}</dd>
<dt>Duplicates found</dt><dd>${number(counts.duplicates)}</dd>
<dt>Awaiting a decision</dt><dd>${number(counts.undecided)}</dd>
<dt>Registered devices</dt><dd>${number(counts.devices)}</dd>
</dl>
</body>
</html>
`;
}
