import { EventEmitter } from 'node:events';
import type { CaptureProgress } from './api/contract.ts';

interface KioskEventMap {
  /** Something that the status tells of has changed. */
  status: [];
  capture: [CaptureProgress];
  /** A packet waits in the outbox that did not before. */
  queued: [];
}

/** What the core tells its screens as it happens; GET /api/events carries it. */
export class KioskEvents extends EventEmitter<KioskEventMap> {}
