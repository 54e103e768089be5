import type { KeyCustody } from '#core/index.ts';
// Not from the index: the shell must not load the core before Electron is ready.
import { type Refused, refuse } from '#core/refusals/codes.ts';
import type { KeyStore } from './electron-api.ts';

/*
 * Custody by the operating system's key store: Keychain, DPAPI, or the desktop's keyring on Linux. Where a
 * Linux machine has no keyring, Electron falls back to `basic_text`: a password that stands in Chromium's
 * source. That protects nothing, so production refuses it.
 */

export type Custody =
  | { readonly outcome: 'safe' | 'unprotected'; readonly keyCustody: KeyCustody }
  | { readonly outcome: 'no-key-store'; readonly why: string };

/**
 * Makes custody of this machine's key store; call it when the app is ready.
 * @param production a store that protects nothing is refused; in development it passes as `unprotected`
 */
export async function openKeyStore(
  store: KeyStore,
  production: boolean,
  platform: NodeJS.Platform = process.platform,
): Promise<Custody> {
  const protectsNothing = platform === 'linux' && store.getSelectedStorageBackend() === 'basic_text';
  if (production && protectsNothing) {
    return {
      outcome: 'no-key-store',
      why: 'no keyring runs on this machine, so the key cannot be kept safe',
    };
  }
  if (!(await store.isAsyncEncryptionAvailable())) {
    return { outcome: 'no-key-store', why: "the operating system's key store cannot be used" };
  }
  return { outcome: protectsNothing ? 'unprotected' : 'safe', keyCustody: custodyOf(store) };
}

function custodyOf(store: KeyStore): KeyCustody {
  return {
    kind: 'os-key-store',
    async wrap(fileKey) {
      const sealed = await store.encryptStringAsync(Buffer.from(fileKey).toString('base64'));
      return sealed.toString('base64');
    },
    unwrap: (wrapped) => unwrap(store, wrapped),
  };
}

/** Refused when the store has another key: the folder came from another machine or another user. */
async function unwrap(store: KeyStore, wrapped: string): Promise<Uint8Array | Refused> {
  try {
    const { result } = await store.decryptStringAsync(Buffer.from(wrapped, 'base64'));
    return Buffer.from(result, 'base64');
  } catch {
    return refuse('wrong-passphrase');
  }
}
