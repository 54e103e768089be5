/*
 * The inner loop of a search's first stage, in AssemblyScript. What it computes is said, and done plainly, in
 * ../../search/plain-rating.ts. After a change run `npm run kernels`.
 *
 * No branch depends on the data but the ends of two loops, for a wrong guess costs as much as several edges. So the first
 * loop copies, for each edge, four owners whether there are as many or not, and goes on behind those that there are.
 */

/** Sizes that ../../search agrees on: what fits. */
const mostSlots: usize = 32;
const mostMinutiae: usize = 80;
const mostEntries: usize = 0xffff;
const mostInCell: usize = 4;
const edgesPerMinutia: usize = 8;
const mostVotes: usize = mostMinutiae * edgesPerMinutia * mostInCell;

/** The probe: u16 for each cell and one more, u8, i32 × 32 for each minutia, and u8 for each turn. */
export const starts: usize = memory.data(2 * 0x10001, 16);
export const entries: usize = memory.data(mostEntries + mostInCell, 16);
export const moves: usize = memory.data(4 * 32 * mostMinutiae, 16);
export const weights: usize = memory.data(32, 16);
/** Slots of one block: u8 minutiae each, and the rows; and what comes out, u16 each. */
export const counts: usize = memory.data(mostSlots, 16);
export const rows: usize = memory.data(21 * mostMinutiae * mostSlots, 16);
export const ratings: usize = memory.data(2 * mostSlots, 16);

/** Of the slot at hand: votes by motion; by minutia its place and its column of moves; by vote the two owners. */
const bins: usize = 2048;
const votes: usize = memory.data(bins, 16);
const places: usize = memory.data(4 * mostMinutiae, 16);
const columns: usize = memory.data(4 * mostMinutiae, 16);
const probes: usize = memory.data(mostVotes + mostInCell, 16);
const owners: usize = memory.data(mostVotes + mostInCell, 16);

export function rate(slots: usize, capacity: usize): void {
  for (let slot: usize = 0; slot < slots; slot++) {
    const count: usize = load<u8>(counts + slot);
    const rating: u32 = count === 0 ? 0 : rateRow(rows + 21 * capacity * slot, capacity, count);
    store<u16>(ratings + (slot << 1), <u16>rating);
  }
}

function rateRow(row: usize, capacity: usize, count: usize): u32 {
  const found = findVotes(row, capacity, count);
  memory.fill(votes, 0, bins);
  let agreement: u32 = 0;
  for (let vote: usize = 0; vote < found; vote++) {
    const owner: usize = (<usize>load<u8>(owners + vote)) << 2;
    const probe: usize = (<usize>load<u8>(probes + vote)) << 7;
    const motion: u32 = load<u32>(places + owner) - load<u32>(load<u32>(columns + owner) + probe);
    const bin: usize = votes + (((motion >> 6) & 0x7f8) | ((motion >> 3) & 7));
    const before: u32 = load<u8>(bin);
    store<u8>(bin, <u8>(before + 1));
    agreement += before * <u32>load<u8>(weights + ((motion >> 12) & 31));
  }
  return min<u32>(0xffff, 1 + (64 * agreement) / (<u32>found + 20));
}

function findVotes(row: usize, capacity: usize, count: usize): usize {
  const x: usize = row + 16 * capacity;
  const y: usize = x + 2 * capacity;
  const angles: usize = y + 2 * capacity;
  let found: usize = 0;
  for (let i: usize = 0; i < count; i++) {
    const angle: u32 = <u32>load<u8>(angles + i) >> 3;
    const right: u32 = <u32>load<u16>(x + (i << 1)) >> 4;
    const down: u32 = <u32>load<u16>(y + (i << 1)) >> 4;
    store<u32>(places + (i << 2), (angle << 12) | ((-down & 63) << 6) | (right & 63));
    store<u32>(columns + (i << 2), <u32>moves + (angle << 2));
    const owner: u32 = <u32>i * 0x01010101;
    const edges: usize = row + (i << 4);
    for (let edge: usize = edges; edge < edges + 2 * edgesPerMinutia; edge += 2) {
      const range: usize = starts + ((<usize>load<u16>(edge)) << 1);
      const start: usize = load<u16>(range);
      store<u32>(probes + found, load<u32>(entries + start));
      store<u32>(owners + found, owner);
      found += <usize>load<u16>(range, 2) - start;
    }
  }
  return found;
}
