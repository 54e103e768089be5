/** The oldest Node that npm and the launcher run on; the kiosk itself runs on the Node 24 among its packages. */
export const oldestNode = [20, 19];

/**
 * Tells whether a Node version is new enough. Kept to syntax that very old versions read, for they must get
 * as far as the sentence below.
 * @param {string} version such as '20.19.0'
 */
export function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

/** Ends the program with one clear sentence when this Node is too old. */
export function requireNode() {
  if (isNewEnough(process.versions.node)) return;
  console.error(
    `The kiosk needs Node.js ${oldestNode.join('.')} or newer; this is ${process.versions.node}. ` +
      'Install a current version from https://nodejs.org and try again.',
  );
  process.exit(1);
}
