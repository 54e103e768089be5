#!/usr/bin/env node
/*
 * The launcher: what `npx kiosk`, `npm start` and `npm run demo` run. It runs on the machine's own Node with
 * nothing installed, so it only checks that Node, and leaves the rest to what it loads afterwards.
 */
import { requireNode } from './require-node.js';

requireNode();
import('./launch.js')
  .then(({ launch }) => launch(process.argv.slice(2)))
  .then((code) => {
    process.exitCode = code;
  });
