import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const tokenBytes = 32;

/** How long the address may lie unopened: a person may have to read it off a terminal. */
export const tokenLifeMs = 15 * 60_000;

/** A secret that opens the kiosk once. */
export interface LaunchToken {
  readonly text: string;
  /** Uses the token up. False when it is another one, was used before, or is too old. */
  redeem(text: string, now?: number): boolean;
}

/** Makes a launch token; `now` in milliseconds since 1970. */
export function createLaunchToken(now = Date.now()): LaunchToken {
  const text = newSecret();
  let spent = false;
  return {
    text,
    redeem(offered, at = Date.now()) {
      if (spent || at - now > tokenLifeMs || !sameSecret(text, offered)) return false;
      spent = true;
      return true;
    },
  };
}

/** 32 random bytes in URL-safe Base64. */
export function newSecret(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

/** Compares in a time that tells nothing of the secret; the hashes make both sides equally long. */
export function sameSecret(secret: string, offered: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(secret), digest(offered));
}
