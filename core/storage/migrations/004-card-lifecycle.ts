/**
 * Cards after the enrolment: which packet tells central of a card, so that its receipt speaks of that card alone;
 * whether a card holds for its full time, or until central has confirmed it; and the reserve of card numbers.
 */
export const cardLifecycle = `
ALTER TABLE cards ADD COLUMN packet_id TEXT;
ALTER TABLE cards ADD COLUMN lasting INTEGER NOT NULL DEFAULT 1;
ALTER TABLE leases ADD COLUMN emergency INTEGER NOT NULL DEFAULT 0;
CREATE INDEX cards_packet ON cards (packet_id);
`;
