#!/usr/bin/env node
/* `npm test` on a fresh clone: checks the machine's Node, installs, and hands over to bin/test/ on Node 24. */
import { requireNode } from './require-node.js';

requireNode();
import('./hand-over.js')
  .then(({ handOver }) => handOver('bin/test/run.ts', process.argv.slice(2)))
  .then((code) => {
    process.exitCode = code;
  });
