export { birthAsText, birthOnCard, isPossibleBirth } from './birth.ts';
export { type KnownPerson, openPeople, type People } from './people.ts';
