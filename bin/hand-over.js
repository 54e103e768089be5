import { join } from 'node:path';
import { ensureInstalled } from './install.js';
import { node24, root } from './places.js';
import { run } from './run.js';

/**
 * Installs what is missing, then runs one of our TypeScript programs on Node 24.
 * @param {string} program path from the root
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
export async function handOver(program, args) {
  const failed = await ensureInstalled();
  return failed || run(node24, [join(root, program), ...args]);
}
