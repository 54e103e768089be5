import { type Answer, refusalOf } from './answer.ts';

/*
 * One request to the core. The session's token and the screen's language are kept here, in memory only, and go
 * with every request; the token dies with the page.
 */

let token: string | null = null;
let language = 'en';
let signedOut: () => void = () => undefined;

/** Sets the token that goes with every request; null after signing out. */
export function carryToken(value: string | null): void {
  token = value;
}

/** Sets the language in which the core answers its refusals. */
export function answerIn(value: string): void {
  language = value;
}

/** Calls back when the core no longer knows the session. */
export function onSignedOut(callback: () => void): void {
  signedOut = callback;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Asks with a JSON body, or none, and expects JSON (or nothing, for a 204) back. */
export async function ask<T>(method: Method, path: string, body?: unknown): Promise<Answer<T>> {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  return receive(method, path, json, 'application/json', async (response) => {
    const value: T = response.status === 204 ? undefined : await response.json();
    return value;
  });
}

/** Sends a picture and expects JSON back. */
export async function send<T>(method: Method, path: string, picture: Blob): Promise<Answer<T>> {
  return receive(method, path, { body: picture }, picture.type, async (response) => {
    const value: T = await response.json();
    return value;
  });
}

/** Sends texts and pictures together and expects JSON back. */
export async function sendForm<T>(
  path: string,
  parts: Readonly<Record<string, string | Blob>>,
): Promise<Answer<T>> {
  const body = new FormData();
  for (const [name, part] of Object.entries(parts)) body.append(name, part);
  // The browser writes the content type itself, with the boundary.
  return receive('POST', path, { body }, null, async (response) => {
    const value: T = await response.json();
    return value;
  });
}

/** Fetches a picture or a document. */
export async function fetchBlob(path: string): Promise<Answer<Blob>> {
  return receive('GET', path, {}, null, (response) => response.blob());
}

async function receive<T>(
  method: Method,
  path: string,
  init: RequestInit,
  contentType: string | null,
  read: (response: Response) => Promise<T>,
): Promise<Answer<T>> {
  const headers = new Headers({ 'accept-language': language });
  if (contentType && init.body) headers.set('content-type', contentType);
  if (token) headers.set('authorization', `Bearer ${token}`);
  try {
    const response = await fetch(path, { ...init, method, headers });
    if (response.ok) return { outcome: 'answered', value: await read(response) };
    const refused = await refusalOf(response);
    if (refused.code === 'not-signed-in') signedOut();
    return refused;
  } catch {
    return { outcome: 'core-unreachable' };
  }
}
