import { Hono } from 'hono';
import { scanPrint } from '#core/enrolment/index.ts';
import {
  compareWithCard,
  createFaceChallenge,
  identifyByCard,
  identifyByFace,
  identifyByFinger,
  readCardPicture,
} from '#core/identification/index.ts';
import { decodePhoto, decodePrint } from '#core/images/index.ts';
import type { Parts } from '#core/parts.ts';
import { isRefused, refuse } from '#core/refusals/codes.ts';
import { meritOf } from '#models/face/index.ts';
import { answer, bytesOf, json } from '../answer.ts';
import type { CaptureSlot } from '../capture-slot.ts';
import { CardText, type FaceGuidance } from '../contract.ts';
import { dpiOf } from '../dpi.ts';
import type { SignedIn } from '../signed-in.ts';

/** Who is this? By face, finger or card. */
export function identifyRoutes(parts: Parts, slot: CaptureSlot) {
  const challenge = createFaceChallenge(parts);
  return new Hono<SignedIn>()
    .post('/face', async (c) => answer(c, await identifyByFace(parts, c.var.operator, await bytesOf(c))))
    .post('/face/challenge', (c) => answer(c, challenge.begin(c.var.operator)))
    .post('/face/challenge/frame', async (c) =>
      answer(c, await challenge.frame(c.var.operator, await bytesOf(c))),
    )
    .post('/finger', async (c) => {
      const dpi = dpiOf(c);
      const print = isRefused(dpi) ? dpi : await decodePrint(await bytesOf(c), dpi);
      return answer(c, isRefused(print) ? print : await identifyByFinger(parts, c.var.operator, print));
    })
    .post('/finger/capture', async (c) => {
      const print = await slot.run((signal) => scanPrint(parts, signal));
      return answer(c, isRefused(print) ? print : await identifyByFinger(parts, c.var.operator, print));
    })
    .post('/card', json(CardText), (c) =>
      answer(c, identifyByCard(parts, c.var.operator, c.req.valid('json').text)),
    )
    .post('/card/face', async (c) => {
      // One body with both: a text in the address would stand in logs.
      const { card, photo } = await c.req.parseBody();
      if (typeof card !== 'string' || !(photo instanceof File))
        return answer(c, refuse('invalid-request', ['card', 'photo']));
      return answer(c, await compareWithCard(parts, c.var.operator, card, await photo.bytes()));
    })
    .post('/card/picture', async (c) => {
      const text = await readCardPicture(await bytesOf(c));
      return answer(c, isRefused(text) ? text : identifyByCard(parts, c.var.operator, text));
    });
}

/** Live guidance for one small frame. */
export function faceRoutes(parts: Parts) {
  return new Hono<SignedIn>().post('/guide', async (c) => {
    const frame = await decodePhoto(await bytesOf(c));
    if (isRefused(frame)) return answer(c, frame);
    const { hint, box, quality } = await parts.face.guide(frame);
    const guidance: FaceGuidance = { hint, merit: quality ? meritOf(quality) : 0, box };
    return c.json(guidance);
  });
}
