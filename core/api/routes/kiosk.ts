import { setTimeout as sleep } from 'node:timers/promises';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { kioskView, statusOf } from '#core/kiosk-view.ts';
import type { Parts } from '#core/parts.ts';
import { refuse } from '#core/refusals/codes.ts';
import { answer, json, refusal } from '../answer.ts';
import { type CaptureProgress, SignIn } from '../contract.ts';
import { bearerOf } from '../signed-in.ts';

const keepAliveMs = 15_000;

/** What is there before anyone has signed in: the kiosk itself, its events, signing in and out. */
export function kioskRoutes(parts: Parts, demoCamera: readonly Uint8Array[]) {
  return new Hono()
    .get('/kiosk', async (c) => c.json(await kioskView(parts, demoCamera.length)))
    .get('/events', (c) =>
      streamSSE(c, async (stream) => {
        const status = async () => {
          await stream.writeSSE({ event: 'status', data: JSON.stringify(await statusOf(parts)) });
        };
        const capture = (progress: CaptureProgress) => {
          void stream.writeSSE({ event: 'capture', data: JSON.stringify(progress) });
        };
        parts.events.on('status', status).on('capture', capture);
        const closed = new AbortController();
        stream.onAbort(() => {
          closed.abort();
          parts.events.off('status', status).off('capture', capture);
        });
        await status();
        while (!closed.signal.aborted) {
          // Neither a closed screen nor a closing kiosk waits for the next keep-alive.
          await sleep(keepAliveMs, undefined, { signal: closed.signal, ref: false }).catch(() => undefined);
          await stream.write(': keep-alive\n\n');
        }
      }),
    )
    .get('/demo/camera/:person', (c) => {
      const frame = demoCamera[Number(c.req.param('person'))];
      if (!frame) return refusal(c, refuse('not-found'));
      return c.body(Uint8Array.from(frame), 200, { 'content-type': 'image/jpeg' });
    })
    .post('/sign-in', json(SignIn), async (c) => {
      const { operator, pin } = c.req.valid('json');
      return answer(c, await parts.operators.signIn(operator, pin));
    })
    .post('/sign-out', (c) => {
      const token = bearerOf(c.req.header('authorization'));
      if (token) parts.operators.signOut(token);
      return c.body(null, 204);
    })
    .get('/audit/verify', (c) => {
      const operator = parts.operators.signedIn(bearerOf(c.req.header('authorization')));
      return answer(c, operator ? parts.audit.verify() : refuse('not-signed-in'));
    });
}
