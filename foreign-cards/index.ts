/** Other people's cards, read to spare typing. */
export type { ForeignBirth, ForeignCard, ForeignCardReading } from './foreign-card.ts';
export { readForeignCard } from './read.ts';
