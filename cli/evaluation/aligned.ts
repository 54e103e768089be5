/** Columns of text side by side: the first to the left, the others, which are numbers, to the right. */
export function aligned(columns: readonly (readonly string[])[]): string {
  const padded = columns.map((texts, at) => {
    const width = Math.max(...texts.map((text) => text.length));
    return texts.map((text) => (at === 0 ? text.padEnd(width) : text.padStart(width)));
  });
  return padded[0]
    .map((_, line) =>
      padded
        .map((texts) => texts[line])
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
