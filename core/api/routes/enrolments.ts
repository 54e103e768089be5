import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { z } from 'zod';
import {
  captureFace,
  captureFinger,
  commitDraft,
  type Draft,
  decide,
  discardDraft,
  exceptFace,
  exceptFinger,
  giveConsent,
  giveDetails,
  reviewDuplicates,
  scanPrint,
  startDraft,
  viewOf,
} from '#core/enrolment/index.ts';
import { decodePrint, type Grey } from '#core/images/index.ts';
import type { Parts } from '#core/parts.ts';
import { isRefused, type Refused, refuse } from '#core/refusals/codes.ts';
import { FingerPosition, Language } from '#sync/packet/person.ts';
import { answer, bytesOf, json, refusal } from '../answer.ts';
import type { CaptureSlot } from '../capture-slot.ts';
import { Decision, FaceExceptionRequest, FingerExceptionRequest, GiveConsent, Person } from '../contract.ts';
import { dpiOf } from '../dpi.ts';
import type { SignedIn } from '../signed-in.ts';

interface OnDraft {
  Variables: SignedIn['Variables'] & { draft: Draft };
}

/** An enrolment from its first step to its commit; each step answers with the draft as it then is. */
export function enrolmentRoutes(parts: Parts, slot: CaptureSlot) {
  const { drafts, site } = parts;
  const view = (draft: Draft) => viewOf(draft, site.fingers);
  const again = (id: string) => {
    const draft = drafts.get(id);
    return draft ? view(draft) : refuse('draft-not-found');
  };
  const onDraft = createMiddleware<OnDraft>(async (c, next) => {
    const draft = drafts.get(c.req.param('id') ?? '');
    if (!draft) return refusal(c, refuse('draft-not-found'));
    c.set('draft', draft);
    return next();
  });
  const takeFinger = async (draft: Draft, position: string, print: Grey | Refused) => {
    const at = FingerPosition.safeParse(position);
    if (!at.success) return refuse('not-found');
    if (isRefused(print)) return print;
    const captured = await captureFinger(parts, draft, at.data, print);
    if (isRefused(captured)) return captured;
    const after = again(draft.id);
    return isRefused(after) ? after : { captured, draft: after };
  };

  return new Hono<SignedIn>()
    .get('/', (c) => c.json({ drafts: drafts.list().map(view) }))
    .post('/', json(z.object({ language: Language })), (c) =>
      c.json(view(startDraft(parts, c.var.operator, c.req.valid('json').language)), 201),
    )
    .get('/:id', onDraft, (c) => c.json(view(c.var.draft)))
    .delete('/:id', (c) => {
      const refused = discardDraft(parts, c.var.operator, c.req.param('id'));
      return refused ? refusal(c, refused) : c.body(null, 204);
    })
    .put('/:id/consent', onDraft, json(GiveConsent), (c) => {
      giveConsent(parts, c.var.operator, c.var.draft.id, c.req.valid('json'));
      return answer(c, again(c.var.draft.id));
    })
    .put('/:id/details', onDraft, json(Person, 'invalid-details'), (c) => {
      const refused = giveDetails(parts, c.var.draft.id, c.req.valid('json'));
      return answer(c, refused ?? again(c.var.draft.id));
    })
    .put('/:id/face', onDraft, async (c) => {
      const refused = await captureFace(parts, c.var.draft.id, await bytesOf(c));
      return answer(c, refused ?? again(c.var.draft.id));
    })
    .get('/:id/portrait', onDraft, (c) => {
      const face = drafts.face(c.var.draft.id);
      if (!face) return refusal(c, refuse('not-found'));
      return c.body(Uint8Array.from(face.portrait), 200, { 'content-type': 'image/jpeg' });
    })
    .put('/:id/face/exception', onDraft, json(FaceExceptionRequest), (c) => {
      exceptFace(parts, c.var.draft.id, c.req.valid('json').reason);
      return answer(c, again(c.var.draft.id));
    })
    .post('/:id/fingers/:position/capture', onDraft, async (c) => {
      const print = await slot.run((signal) => scanPrint(parts, signal));
      return answer(c, await takeFinger(c.var.draft, c.req.param('position'), print));
    })
    .put('/:id/fingers/:position', onDraft, async (c) => {
      const dpi = dpiOf(c);
      const print = isRefused(dpi) ? dpi : await decodePrint(await bytesOf(c), dpi);
      return answer(c, await takeFinger(c.var.draft, c.req.param('position'), print));
    })
    .put('/:id/fingers/:position/exception', onDraft, json(FingerExceptionRequest), (c) => {
      const at = FingerPosition.safeParse(c.req.param('position'));
      if (!at.success) return refusal(c, refuse('not-found'));
      exceptFinger(parts, c.var.draft, at.data, c.req.valid('json').reason);
      return answer(c, again(c.var.draft.id));
    })
    .post('/:id/finish-fingers', onDraft, (c) => {
      drafts.write(c.var.draft.id, { fingersFinished: true });
      return answer(c, again(c.var.draft.id));
    })
    .post('/:id/review', onDraft, async (c) => {
      const { id, body } = c.var.draft;
      if (!body.person) return refusal(c, refuse('details-missing'));
      drafts.write(id, { review: await reviewDuplicates(parts, c.var.draft, body.person), decision: null });
      return answer(c, again(id));
    })
    .put('/:id/decision', onDraft, json(Decision), (c) => {
      const refused = decide(parts, c.var.operator, c.var.draft, c.req.valid('json'));
      return answer(c, refused ?? again(c.var.draft.id));
    })
    .post('/:id/commit', onDraft, async (c) =>
      answer(c, await commitDraft(parts, c.var.operator, c.var.draft.id), 201),
    );
}
