import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import type { Parts } from '#core/parts.ts';
import { refuse } from '#core/refusals/codes.ts';
import { storageRefusal } from '#core/storage/database.ts';
import { answer, refusal } from './answer.ts';
import { createCaptureSlot } from './capture-slot.ts';
import { cardRoutes } from './routes/cards.ts';
import { enrolmentRoutes } from './routes/enrolments.ts';
import { faceRoutes, identifyRoutes } from './routes/identify.ts';
import { identityCardRoutes } from './routes/identity-cards.ts';
import { kioskRoutes } from './routes/kiosk.ts';
import { peopleRoutes } from './routes/people.ts';
import { cardPrintRoutes, printRoutes } from './routes/prints.ts';
import { screens } from './screens.ts';
import { type SignedIn, signedIn } from './signed-in.ts';

const maxBody = 16 * 1024 * 1024;

export interface AppOptions {
  /** Folder of the built screens. */
  readonly screens: string;
  /** Frames of the demo camera, JPEG; empty outside the demo. */
  readonly demoCamera: readonly Uint8Array[];
  /** Told of bugs; must not print messages, which may quote what a person typed. */
  readonly onBug: (error: Error) => void;
}

/** The kiosk's one door, as a web-standard handler. */
export function createApp(parts: Parts, options: AppOptions) {
  const slot = createCaptureSlot();
  const guard = signedIn(parts);
  const api = new Hono<SignedIn>()
    .route('/', kioskRoutes(parts, options.demoCamera))
    .use('*', guard)
    .route('/people', peopleRoutes(parts))
    .route('/enrolments', enrolmentRoutes(parts, slot))
    .route('/identify', identifyRoutes(parts, slot))
    .route('/face', faceRoutes(parts))
    .route('/cards', cardRoutes(parts))
    .route('/cards', cardPrintRoutes(parts))
    .route('/prints', printRoutes(parts))
    .route('/identity-cards', identityCardRoutes(parts))
    .post('/capture/cancel', (c) => {
      slot.cancel();
      return c.body(null, 204);
    })
    .post('/sync', async (c) => answer(c, await parts.sync.run()));

  return new Hono()
    .use(secureHeaders({ contentSecurityPolicy, referrerPolicy: 'no-referrer', xFrameOptions: 'DENY' }))
    .use(bodyLimit({ maxSize: maxBody, onError: (c) => refusal(c, refuse('image-too-large')) }))
    .use('/api/*', async (c, next) => {
      await next();
      c.header('cache-control', 'no-store');
    })
    .route('/api', api)
    .get('*', screens(options.screens))
    .notFound((c) => refusal(c, refuse('not-found')))
    .onError((error, c) => {
      const refused = storageRefusal(error);
      if (!refused) options.onBug(error);
      return refusal(c, refused ?? refuse('internal-error'));
    });
}

const self = "'self'";
const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: [self, "'wasm-unsafe-eval'"],
  styleSrc: [self],
  imgSrc: [self, 'blob:', 'data:'],
  fontSrc: [self],
  connectSrc: [self],
  mediaSrc: [self, 'blob:'],
  workerSrc: [self, 'blob:'],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};
