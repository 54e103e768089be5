/*
 * A keyboard-wedge scanner types like a very fast person and ends with Enter. When a text box has the focus that is
 * all it needs. When a button has it, the code's spaces and its Enter would press that button; so keys that follow
 * each other faster than a hand can are gathered here instead, and given out whole.
 */

const fastestHand = 50;
const surelyScanner = 3;
const shortestCode = 8;

export type Fed =
  /** Perhaps a person: let the key do what it does. */
  | { readonly outcome: 'passed' }
  /** Part of a scan: the key must reach nothing else. */
  | { readonly outcome: 'gathered' }
  | { readonly outcome: 'scanned'; readonly code: string };

/** Makes a gatherer; feed it each key with its time in milliseconds. */
export function createWedge(): (key: string, at: number) => Fed {
  let gathered = '';
  let lastAt = Number.NEGATIVE_INFINITY;
  return (key, at) => {
    if (at - lastAt > fastestHand) gathered = '';
    lastAt = at;
    if (key === 'Enter') {
      const code = gathered;
      gathered = '';
      return code.length >= shortestCode ? { outcome: 'scanned', code } : { outcome: 'passed' };
    }
    if (key.length !== 1) return { outcome: 'passed' };
    gathered += key;
    return { outcome: gathered.length >= surelyScanner ? 'gathered' : 'passed' };
  };
}
