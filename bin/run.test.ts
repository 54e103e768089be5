import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { run } from './run.js';

const quiet = { stdio: 'ignore' } as const;
const terminatedCode = 143;

test('the exit code of the program is passed on', async () => {
  expect(await run(process.execPath, ['-e', 'process.exit(7)'], quiet)).toBe(7);
});

test('a program ended by a signal gives the code a shell would give', async () => {
  expect(await run(process.execPath, ['-e', 'process.kill(process.pid, "SIGTERM")'], quiet)).toBe(
    terminatedCode,
  );
});

test('a signal to the launcher reaches the program, which closes in its own way', async () => {
  const program =
    'process.on("SIGTERM", () => process.exit(5)); console.log("up"); setInterval(() => {}, 1e6)';
  const runModule = new URL('./run.js', import.meta.url).href;
  const launcher = `import { run } from ${JSON.stringify(runModule)};
    process.exitCode = await run(process.execPath, ['-e', ${JSON.stringify(program)}]);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', launcher], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  expect(await once(child, 'close')).toEqual([5, null]);
});
