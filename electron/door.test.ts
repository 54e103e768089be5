import { expect, test } from 'vitest';
import { door } from './door.ts';

const echo = door(async (request) =>
  Response.json({ url: request.url, method: request.method, body: await request.text() }),
);

test('path, query, method and a streamed body reach the core', async () => {
  const init = { method: 'POST', body: new Blob(['picture']).stream(), duplex: 'half' };
  const answer = await echo(new Request('kiosk://app/api/look?eye=left', init));
  expect(await answer.json()).toEqual({
    url: 'http://kiosk.localhost/api/look?eye=left',
    method: 'POST',
    body: 'picture',
  });
});

test.each(['kiosk://elsewhere/', 'kiosk://app.elsewhere/', 'https://app/'])(
  '%s leads nowhere',
  async (url) => {
    expect((await echo(new Request(url))).status).toBe(404);
  },
);

test('a page that goes away ends the request in the core', async () => {
  const page = new AbortController();
  const { promise, resolve } = Promise.withResolvers<AbortSignal>();
  const waiting = door(async (request) => {
    resolve(request.signal);
    return new Response();
  });
  await waiting(new Request('kiosk://app/api/events', { signal: page.signal }));
  const signal = await promise;
  page.abort();
  expect(signal.aborted).toBe(true);
});
