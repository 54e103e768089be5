import { CentralRefusal } from '#sync/packet/index.ts';

/** What became of one HTTP call: four things that must not be taken for one another. */
export type CallFailure =
  /** No answer came. */
  | { readonly outcome: 'unreachable' }
  /** Something answered, but not as central does: a proxy, or central in trouble. */
  | { readonly outcome: 'failed' }
  /** Central refused, and says why and what time it has. */
  | { readonly outcome: 'refused'; readonly reason: CentralRefusal['error']; readonly now: string };

export type Answer = { readonly outcome: 'answered'; readonly body: unknown } | CallFailure;

/** Calls central and reads its JSON. Never throws. A redirection is not followed: a signature is for one address. */
export async function call(send: typeof fetch, url: URL, init: RequestInit): Promise<Answer> {
  const response = await send(url, { ...init, redirect: 'error' }).catch(() => null);
  if (!response) return { outcome: 'unreachable' };
  const read = await response.text().catch(() => null);
  if (read === null) return { outcome: 'unreachable' };
  const body = parseJson(read);
  if (response.ok && body !== null) return { outcome: 'answered', body };
  const refusal = CentralRefusal.safeParse(body);
  if (!refusal.success) return { outcome: 'failed' };
  return { outcome: 'refused', reason: refusal.data.error, now: refusal.data.now };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
