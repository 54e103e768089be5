/** Where a bug happened, without its message: messages may quote what a person typed. */
export function reportBug(error: Error): void {
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  process.stderr.write(`kiosk: ${error.name}\n${frames.slice(0, 6).join('\n')}\n`);
}
