/** The places of the best ratings, at most `length`, in ascending order; of equals the first. A rating of 0 never is. */
export function shortlist(ratings: readonly Uint16Array[], length: number): number[] {
  const { cut, atCut } = cutOf(ratings, length);
  const places: number[] = [];
  let equals = atCut;
  let first = 0;
  for (const part of ratings) {
    for (let i = 0; i < part.length; i++)
      if (part[i] > cut || (part[i] === cut && equals-- > 0)) places.push(first + i);
    first += part.length;
  }
  return places;
}

/** The lowest rating of the best `length`, at least 1, and how many of exactly that belong to them. */
function cutOf(ratings: readonly Uint16Array[], length: number): { cut: number; atCut: number } {
  const histogram = new Uint32Array(0x10000);
  for (const part of ratings) for (const rating of part) histogram[rating]++;
  let above = 0;
  for (let cut = 0xffff; cut > 1; cut--) {
    if (above + histogram[cut] >= length) return { cut, atCut: length - above };
    above += histogram[cut];
  }
  return { cut: 1, atCut: length - above };
}
