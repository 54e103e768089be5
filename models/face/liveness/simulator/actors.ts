/*
 * Who stands before the camera in a simulated challenge: people who do as they are asked, and what is held up in their
 * place. Each is asked for one frame after the other.
 */
import type { RgbImage } from '../../image.ts';
import { type Movement, promptOf, type RunningChallenge } from '../challenge.ts';
import type { Head, Pose } from './head.ts';
import { type Held, seenOnSheet } from './sheet.ts';

/** What the camera sees at a time (ms) of a challenge. */
export type Actor = (challenge: RunningChallenge, at: number) => RgbImage;

/** Degrees, degrees a second, and ms. */
const TURN = 26;
const SPEED = 60;
const REACTION = 300;
const BLINK = 250;

/**
 * Does as asked: turns and comes back, closes the eyes for a moment.
 *
 * @param shut the same head with closed eyes, where there is a picture of it; otherwise the lids are drawn down
 */
export function person(head: Head, shut: Head | null = null): Actor {
  const pose = moving();
  return (challenge, at) => {
    const now = pose(promptOf(challenge), at);
    return now.closed && shut ? shut.seen({ yaw: now.yaw }) : head.seen(now);
  };
}

/** As a recording of that person shows it: makes the given movements in turn, whatever is asked. */
export function recording(head: Head, steps: readonly Movement[], each = 1_500): Actor {
  const pose = moving();
  return (_, at) => {
    const part = Math.floor((2 * at) / each);
    return head.seen(pose(part % 2 ? steps[Math.floor(part / 2) % steps.length] : 'look-here', at));
  };
}

/** A photo that is moved as if it obeyed: turned about its upright axis for a turn, tilted for a blink. */
export function obedientPhoto(photo: RgbImage, held: Held = {}, { turn = 40, tilt = 45 } = {}): Actor {
  const targets = {
    'look-here': [0, 0],
    blink: [0, tilt],
    'turn-left': [turn, 0],
    'turn-right': [-turn, 0],
  } as const;
  let [yaw, pitch, before] = [0, 0, 0];
  return (challenge, at) => {
    const [toYaw, toPitch] = targets[promptOf(challenge)];
    const most = (SPEED * (at - before)) / 1000;
    yaw = toward(yaw, toYaw, most);
    pitch = toward(pitch, toPitch, most);
    before = at;
    return seenOnSheet(photo, { ...held, yaw, pitch });
  };
}

/** A photo carried about before the camera by an unsteady hand: moved, tilted, turned, nearer and farther. */
export function shakenPhoto(photo: RgbImage): Actor {
  return (_, at) => {
    const wave = (period: number, size: number) => size * Math.sin((2 * Math.PI * at) / period);
    const shift = photo.height * 0.05;
    return seenOnSheet(photo, {
      yaw: wave(2_900, 30),
      pitch: wave(2_300, 30),
      roll: wave(3_700, 15),
      x: wave(1_900, shift),
      y: wave(1_700, shift),
      size: 0.85 + wave(3_100, 0.1),
    });
  };
}

/** Two photos of one person, the second with closed eyes, exchanged in an instant when a blink is asked for. */
export function exchangedPhotos(open: RgbImage, closed: RgbImage): Actor {
  const pose = moving();
  return (challenge, at) => {
    const { closed: share } = pose(promptOf(challenge), at);
    return seenOnSheet(share ? closed : open, {});
  };
}

/** The second takes the place of the first once so many movements have been made. */
export function relay(first: Actor, second: Actor, after = 1): Actor {
  return (challenge, at) => (challenge.done < after ? first : second)(challenge, at);
}

/** What an actor shows, filmed and played on a screen before the camera. */
export function onScreen(actor: Actor): Actor {
  return (challenge, at) => seenOnSheet(actor(challenge, at), {});
}

/** Pose by pose from what is asked. */
function moving(): (prompt: 'look-here' | Movement, at: number) => Pose & { readonly closed: number } {
  const targets = { 'look-here': 0, blink: 0, 'turn-left': TURN, 'turn-right': -TURN } as const;
  let asked: 'look-here' | Movement = 'look-here';
  let [since, before, yaw] = [0, 0, 0];
  return (prompt, at) => {
    if (prompt !== asked) [asked, since] = [prompt, at];
    if (at - since >= REACTION) yaw = toward(yaw, targets[prompt], (SPEED * (at - before)) / 1000);
    before = at;
    const blinking = prompt === 'blink' && at - since >= REACTION && (at - since - REACTION) % 1_000 < BLINK;
    return { yaw, closed: blinking ? 1 : 0 };
  };
}

function toward(from: number, to: number, most: number): number {
  return from + Math.max(-most, Math.min(most, to - from));
}
