/*
 * Card numbers are 11 digits from a leased block and a Verhoeff check digit (J. Verhoeff, Error Detecting
 * Decimal Codes, 1969). People read the number aloud; Verhoeff catches every single wrong digit and every
 * swap of neighbours. The digits are multiplied in the dihedral group D5, each first permuted by its place.
 */

const CARD_NUMBER = /^\d{12}$/;

/** Multiplication in D5. */
const product = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
  [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
  [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
  [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
  [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
  [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
  [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
  [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
  [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
];
const inverse = [0, 4, 3, 2, 1, 5, 6, 7, 8, 9];

/** The permutation of each place from the right; it repeats after eight. */
const places = [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]];
const step = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
while (places.length < 8) places.push(places[places.length - 1].map((digit) => step[digit]));

const checksum = (digits: string, firstPlace: number) =>
  [...digits]
    .reverse()
    .reduce((sum, digit, index) => product[sum][places[(index + firstPlace) % 8][Number(digit)]], 0);

/** The digits with their Verhoeff check digit behind. Throws a RangeError on anything but digits. */
export function withCheckDigit(payload: string): string {
  if (!/^\d+$/.test(payload)) throw new RangeError('a card number is made of digits');
  return payload + inverse[checksum(payload, 1)];
}

/** Whether this is a card number: twelve digits (no spaces), the last a right check digit. */
export function isCardNumber(text: string): boolean {
  return CARD_NUMBER.test(text) && checksum(text, 0) === 0;
}
