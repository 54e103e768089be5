export { openRegistration, type Registration, type RegistrationStore } from './registration.ts';
export { scheduleSync } from './schedule.ts';
export { openSync, type Sync } from './sync.ts';
