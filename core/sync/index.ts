export { openRegistration, type Registration, type RegistrationStore } from './registration.ts';
export { openSync, type Sync } from './sync.ts';
