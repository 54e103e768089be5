import type { GreyImage } from '#models/fingerprint/index.ts';
import { FingerPosition } from '#sync/packet/person.ts';
import { touchOf } from './fingers.ts';
import { demoPeople } from './people.ts';

/*
 * The person who stands before the demo kiosk. A simulated sensor cannot know whose finger it feels, so the
 * demo watches what the kiosk is asked: looking into the demo camera chooses the person, a capture the finger.
 */

export interface Bystander {
  /** Takes note of a request to the kiosk. */
  watch(path: string): void;
  /** Another touch of the finger that was asked for; null while hands are off the sensor. */
  touch(): GreyImage | null;
  /** Keeps hands off the sensor, or lets them come back. */
  keepHandsOff(off: boolean): void;
  /** Steps before the kiosk, by index among the demo people. */
  standThere(person: number): void;
}

const camera = /^\/api\/demo\/camera\/(\d+)$/;
const capture = /^\/api\/enrolments\/[^/]+\/fingers\/([a-z-]+)\/capture$/;

export function createBystander(): Bystander {
  let person = 0;
  let position: FingerPosition = 'right-index';
  let touches = 0;
  let handsOff = false;
  return {
    watch(path) {
      const seen = camera.exec(path);
      if (seen) person = Number(seen[1]) % demoPeople.length;
      const asked = FingerPosition.safeParse(capture.exec(path)?.[1]);
      if (asked.success) position = asked.data;
      if (path === '/api/identify/finger/capture') position = 'right-index';
    },
    touch() {
      if (handsOff) return null;
      touches += 1;
      return touchOf(demoPeople[person], position, touches);
    },
    keepHandsOff(off) {
      handsOff = off;
    },
    standThere(index) {
      person = index % demoPeople.length;
    },
  };
}
