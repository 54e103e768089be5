/** The reference cloud end: registers kiosks, leases numbers, takes enrolments in, and says which cards are good. */
export { type Central, type CentralOptions, openCentral } from './central.ts';
export type { Counts } from './counts.ts';
export { type ServedCentral, serveCentral } from './serve.ts';
