import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { expect, test } from 'vitest';
import { serveCentral } from './serve.ts';

test('a body that comes without its length is read, and refused when it is too large', async () => {
  const app = new Hono()
    .use(bodyLimit({ maxSize: 10 }))
    .post('/', async (c) => c.text(String((await c.req.arrayBuffer()).byteLength)));
  const served = await serveCentral({ fetch: async (request) => app.fetch(request) });
  const post = (length: number) => {
    const init = { method: 'POST', body: new Blob(['x'.repeat(length)]).stream(), duplex: 'half' };
    return fetch(served.url, init);
  };
  expect(await (await post(9)).text()).toBe('9');
  expect((await post(11)).status).toBe(413);
  await served.close();
});
