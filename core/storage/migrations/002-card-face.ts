/** The small photo that goes on a card of profile B, and the text of such a card's back. */
export const cardFace = `
ALTER TABLE faces ADD COLUMN thumbnail BLOB;
ALTER TABLE cards ADD COLUMN back_qr TEXT;
`;
