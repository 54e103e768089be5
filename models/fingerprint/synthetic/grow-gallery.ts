import { fingerprintEngineId } from '../template/engine-id.ts';
import { angleUnits, positionUnits, qualityUnits } from '../template/units.ts';
import type { FingerprintTemplate, Minutia } from '../types.ts';
import { chooseFlow } from './flow.ts';
import { between, mixSeeds, normal, type Random, randomFrom } from './random.ts';
import { smoothNoise } from './smooth-noise.ts';

/*
 * Templates of fingers nobody has, grown without any image, for galleries too large to grow prints for: minutiae at
 * random places not too near each other, along the ridge flow of a synthetic finger (flow.ts). Number and spacing of
 * minutiae, how often neighbours point the same way and how often they point down are those of 1,120 real prints from
 * nine sets. How tall the finger is and how often its minutiae point down was chosen so that the first stage of a search
 * rates these strangers about as high as real ones (search/README.md): after a change of the rating, look again.
 */

/** The finger whose flow it is, and the part of it that touches at most; pixels. */
const finger = { width: 400, height: 700 };
const contact = { width: 248, height: 357, least: 0.8 };
/** Nearer than this two minutiae would be one. */
const leastApart = 8;
/** Neighbours point the same way along the ridge rather than opposite ways, and down rather than up, but not by much. */
const sideScale = 60;
const sideDrive = 0.55;
const downDrive = 1.3;
const angleNoise = 0.09;

/** `count` templates, each of another finger, the same for the same seed; some tenths of a millisecond each. */
export function growGallery(count: number, seed: number): FingerprintTemplate[] {
  return Array.from({ length: count }, (_, i) => growTemplate(randomFrom(mixSeeds(seed, i + 1))));
}

function growTemplate(random: Random): FingerprintTemplate {
  const flow = chooseFlow(random, finger.width, finger.height);
  const side = smoothNoise(random, finger.width, finger.height, sideScale);
  const width = Math.round(contact.width * between(random, contact.least, 1));
  const height = Math.round(contact.height * between(random, contact.least, 1));
  const left = (finger.width - width) / 2;
  const top = (finger.height - height) / 2;
  const wanted = Math.round(Math.min(80, Math.max(14, 43 + 14 * normal(random))));
  const minutiae: Minutia[] = [];
  for (let tries = 0; tries < 20 * wanted && minutiae.length < wanted; tries++) {
    const x = random() * width;
    const y = random() * height;
    if (!isOnSkin(x / width, y / height) || minutiae.some((other) => isNear(other, x, y))) continue;
    const along = -flow.angle(left + x, top + y);
    const turnsBack = sideDrive * side(left + x, top + y) + downDrive * Math.sin(along) + normal(random) > 0;
    const angle = along + (turnsBack ? Math.PI : 0) + angleNoise * normal(random);
    minutiae.push(minutiaAt(random, x, y, angle));
  }
  return template(minutiae, width, height);
}

/** Within the ellipse that touches the print's sides. */
function isOnSkin(x: number, y: number): boolean {
  return (2 * x - 1) ** 2 + (2 * y - 1) ** 2 <= 1;
}

function isNear(other: Minutia, x: number, y: number): boolean {
  return (other.x - x) ** 2 + (other.y - y) ** 2 < leastApart ** 2;
}

function minutiaAt(random: Random, x: number, y: number, angle: number): Minutia {
  return {
    x: positionUnits.round(x),
    y: positionUnits.round(y),
    angle: angleUnits.round(angle),
    kind: random() < 0.45 ? 'bifurcation' : 'ending',
    quality: qualityUnits.round(Math.min(1, Math.max(0.2, 0.8 + 0.15 * normal(random)))),
  };
}

function template(minutiae: Minutia[], width: number, height: number): FingerprintTemplate {
  return {
    engine: fingerprintEngineId,
    minutiae: minutiae.sort((a, b) => b.quality - a.quality),
    singularPoints: [],
    width,
    height,
    quality: 70,
  };
}

/** Another print of a template's finger: turned, shifted, a part of it, with some minutiae missed and some invented. */
export function touchAgain(first: FingerprintTemplate, seed: number): FingerprintTemplate {
  const random = randomFrom(mixSeeds(seed, first.minutiae.length));
  const turn = between(random, -0.4, 0.4);
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const middleX = first.width / 2;
  const middleY = first.height / 2;
  const shiftX = between(random, -20, 20);
  const shiftY = between(random, -20, 20);
  const kept = first.minutiae.flatMap((minutia) => {
    const x = minutia.x - middleX;
    const y = minutia.y - middleY;
    const turnedX = middleX + shiftX + cos * x + sin * y + 1.5 * normal(random);
    const turnedY = middleY + shiftY - sin * x + cos * y + 1.5 * normal(random);
    const angle = minutia.angle + turn + angleNoise * normal(random);
    const isSeen = turnedX >= 0 && turnedY >= 0 && turnedX < first.width && turnedY < first.height;
    return isSeen && random() < 0.85 ? [minutiaAt(random, turnedX, turnedY, angle)] : [];
  });
  const invented = Array.from({ length: Math.round(0.1 * first.minutiae.length) }, () =>
    minutiaAt(random, first.width * random(), first.height * random(), 2 * Math.PI * random()),
  );
  return template([...kept, ...invented], first.width, first.height);
}
