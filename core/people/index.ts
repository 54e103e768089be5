export { birthAsText, birthOnCard, isPossibleBirth } from './birth.ts';
export { readIdentityCard } from './identity-card.ts';
export { type KnownPerson, openPeople, type People } from './people.ts';
