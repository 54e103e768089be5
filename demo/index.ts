export { touchOf } from './fingers.ts';
export { type Appliance, type ApplianceOptions, type DemoWorld, openAppliance } from './open-appliance.ts';
export { type DemoPerson, demoPeople } from './people.ts';
export { photograph, secondLook } from './photos.ts';
export { demoSite } from './site.ts';
