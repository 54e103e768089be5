import { request } from 'node:http';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ServedKiosk, serveKiosk } from './index.ts';

const overLimit = 16 * 1024 * 1024 + 1;

/** A kiosk of three routes, and what reached it. */
let reached: string[];
let served: ServedKiosk;
let port: string;

beforeEach(async () => {
  reached = [];
  const kiosk = new Hono()
    .get('/', (context) => context.text('screens'))
    .post('/api/picture', async (context) => {
      const { byteLength } = await context.req.arrayBuffer();
      reached.push(`${byteLength} bytes`);
      return context.json({ byteLength });
    })
    .delete('/api/picture', (context) => context.body(null, 204))
    .get('/api/events', (context) =>
      streamSSE(context, async (stream) => {
        await stream.writeSSE({ data: 'first' });
        await new Promise<void>((resolve) => stream.onAbort(resolve));
        reached.push('stream ended');
      }),
    );
  served = await serveKiosk({ fetch: async (request) => kiosk.fetch(request) });
  port = new URL(served.origin).port;
});

afterEach(() => served.close());

test('the launch address gives a session cookie and leads to the screens', async () => {
  const answer = await fetch(served.launchUrl, { redirect: 'manual' });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/');
  expect(answer.headers.get('set-cookie')).toMatch(
    /^kiosk-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  const screens = await fetch(`${served.origin}/`, { headers: { cookie: cookieOf(answer) } });
  expect(await screens.text()).toBe('screens');
});

test('the launch address opens the kiosk once only', async () => {
  await launch();
  const second = await fetch(served.launchUrl, { redirect: 'manual' });
  expect(second.status).toBe(403);
  expect(second.headers.get('set-cookie')).toBeNull();
});

test('a guessed token opens nothing and does not use up the right one', async () => {
  const guess = await fetch(`${served.origin}/launch?token=guess`, { redirect: 'manual' });
  expect(guess.status).toBe(403);
  const head = await fetch(served.launchUrl, { method: 'HEAD', redirect: 'manual' });
  expect(head.status).toBe(403);
  expect(await launch()).toContain('kiosk-');
});

test('a person who opens the address by hand is told in four languages to use the launcher', async () => {
  const answer = await fetch(`${served.origin}/`, { headers: { accept: 'text/html,*/*' } });
  expect(answer.status).toBe(403);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  const page = await answer.text();
  for (const language of ['hi', 'en', 'ur', 'pa']) expect(page).toContain(`lang="${language}"`);
});

test('a program without the cookie, or with another, is refused', async () => {
  expect((await fetch(`${served.origin}/api/events`)).status).toBe(403);
  expect((await post({ origin: served.origin })).status).toBe(403);
  expect((await post({ origin: served.origin, cookie: `kiosk-${port}=guess` })).status).toBe(403);
  expect(reached).toEqual([]);
});

test('a foreign name that resolves to this machine is refused, even with the cookie', async () => {
  const cookie = await launch();
  expect(await statusWithHost(`kiosk.example:${port}`, cookie)).toBe(403);
  expect(await statusWithHost('127.0.0.1', cookie)).toBe(403);
  expect(await statusWithHost(`localhost:${port}`, cookie)).toBe(200);
});

test('a request that changes something must come from our own origin', async () => {
  const cookie = await launch();
  expect((await post({ cookie, origin: served.origin })).status).toBe(200);
  expect((await post({ cookie, origin: served.origin, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  reached = [];
  expect((await post({ cookie })).status).toBe(403);
  expect((await post({ cookie, origin: 'null' })).status).toBe(403);
  expect((await post({ cookie, origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await post({ cookie, origin: `http://localhost:${port}` })).status).toBe(403);
  expect((await post({ cookie, origin: served.origin, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect(reached).toEqual([]);
});

test('another program on this machine, on another port, cannot even read', async () => {
  const cookie = await launch();
  const headers = { cookie, 'sec-fetch-site': 'same-site' };
  expect((await fetch(`${served.origin}/`, { headers })).status).toBe(403);
});

test('a body over 16 MiB is refused, announced or not', async () => {
  const headers = { cookie: await launch(), origin: served.origin };
  const body = new Uint8Array(overLimit);
  expect((await post(headers, body)).status).toBe(413);
  expect((await post(headers, new Blob([body]).stream())).status).toBe(413);
  expect(reached).toEqual([]);
  expect((await post(headers, body.subarray(1))).status).toBe(200);
});

test('a request without a body, and one that does not say its length, reach the kiosk', async () => {
  const headers = { cookie: await launch(), origin: served.origin };
  const deleted = await fetch(`${served.origin}/api/picture`, { method: 'DELETE', headers });
  expect(deleted.status).toBe(204);
  expect((await post(headers, new Blob(['picture']).stream())).status).toBe(200);
  expect(reached).toEqual(['7 bytes']);
});

test('server-sent events pass at once, and closing ends the stream', async () => {
  const answer = await fetch(`${served.origin}/api/events`, { headers: { cookie: await launch() } });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const reader = answer.body?.getReader();
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toContain('data: first');
  await served.close();
  await expect(reader?.read()).rejects.toThrow();
  await expect.poll(() => reached).toEqual(['stream ended']);
  served = await serveKiosk({ fetch: () => new Response() });
});

test('a port that is taken is told to the caller', async () => {
  await expect(serveKiosk({ fetch: () => new Response() }, { port: Number(port) })).rejects.toThrow(
    'EADDRINUSE',
  );
});

async function launch(): Promise<string> {
  return cookieOf(await fetch(served.launchUrl, { redirect: 'manual' }));
}

function cookieOf(answer: Response): string {
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

function post(headers: Record<string, string>, body: BodyInit = 'picture'): Promise<Response> {
  const init = { method: 'POST', headers, body, duplex: 'half' };
  return fetch(`${served.origin}/api/picture`, init);
}

/** fetch does not let a caller set Host. */
function statusWithHost(host: string, cookie: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(`${served.origin}/`, { headers: { host, cookie } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.once('error', reject).end();
  });
}
