export { birthAsText, birthOnCard, birthsAgree, isPossibleBirth } from './birth.ts';
export { nameAlikeness } from './names.ts';
export { type KnownPerson, openPeople, type People } from './people.ts';
