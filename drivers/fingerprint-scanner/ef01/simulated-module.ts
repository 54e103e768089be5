import type { CapturedPrint } from '../types.ts';
import { baudUnit, commands, confirmations } from './commands.ts';
import { packPixels, usualHeight, usualWidth } from './image.ts';
import { broadcastAddress } from './packet.ts';
import { sensorView } from './sensor-view.ts';

export interface SimulatedModuleOptions {
  /** What lies on the sensor at this moment: null for nothing, `smudge` for what no sensor can use. */
  readonly nextPrint: () => CapturedPrint | 'smudge' | null;
  /** Fastest rate the module agrees to. */
  readonly fastestBaud?: number;
  readonly password?: number;
  /** An R503-like module that tells its name and sensor size in pixels; a plain 256×288 one otherwise. */
  readonly product?: { readonly module: string; readonly width: number; readonly height: number };
  /** A clone that leaves questions about itself unanswered. */
  readonly taciturn?: boolean;
}

/** Payload of the acknowledgement, and the packed image that follows it, if any. */
export interface Answer {
  readonly acknowledgement: Uint8Array;
  readonly image?: Uint8Array;
}

export const dataSize = 128;
const dataSizeCode = 2;
const capacity = 1000;
const securityLevel = 3;

/** The module behind the line: what it answers to each command. Null where it keeps silent. */
export class SimulatedModule {
  readonly #options: SimulatedModuleOptions;
  #image: Uint8Array | null = null;
  #baudMultiplier = 6;

  constructor(options: SimulatedModuleOptions) {
    this.#options = options;
  }

  /** Power-off: the image is lost, settings are kept. */
  powerOff(): void {
    this.#image = null;
  }

  obey(command: Uint8Array): Answer | null {
    switch (command[0]) {
      case commands.verifyPassword:
        return this.#verify(command);
      case commands.captureImage:
        return this.#capture();
      case commands.uploadImage:
        return this.#image
          ? { ...answer(confirmations.ok), image: this.#image }
          : answer(confirmations.cannotUploadImage);
      default:
        return this.#options.taciturn ? null : this.#describe(command);
    }
  }

  #verify(command: Uint8Array): Answer {
    if (command.length !== 5) return answer(confirmations.packetError);
    const given = new DataView(command.buffer, command.byteOffset).getUint32(1);
    return answer(given === (this.#options.password ?? 0) ? confirmations.ok : confirmations.wrongPassword);
  }

  #capture(): Answer {
    const print = this.#options.nextPrint();
    const { width, height } = this.#options.product ?? { width: usualWidth, height: usualHeight };
    this.#image = print && print !== 'smudge' ? packPixels(sensorView(print, width, height)) : null;
    if (!print) return answer(confirmations.noFinger);
    return answer(this.#image ? confirmations.ok : confirmations.tooMessy);
  }

  #describe(command: Uint8Array): Answer {
    const { fastestBaud, product } = this.#options;
    if (command[0] === commands.readParameters)
      return answer(confirmations.ok, parameters(this.#baudMultiplier));
    if (command[0] === commands.readProduct && product) return answer(confirmations.ok, productInfo(product));
    if (command[0] !== commands.setParameter || command.length !== 3)
      return answer(confirmations.packetError);
    if (fastestBaud && command[2] * baudUnit > fastestBaud) return answer(confirmations.badSetting);
    this.#baudMultiplier = command[2];
    return answer(confirmations.ok);
  }
}

const answer = (code: number, body: Uint8Array = new Uint8Array(0)): Answer => ({
  acknowledgement: Uint8Array.of(code, ...body),
});

function parameters(baudMultiplier: number): Uint8Array {
  const body = new DataView(new ArrayBuffer(16));
  body.setUint16(4, capacity);
  body.setUint16(6, securityLevel);
  body.setUint32(8, broadcastAddress);
  body.setUint16(12, dataSizeCode);
  body.setUint16(14, baudMultiplier);
  return new Uint8Array(body.buffer);
}

function productInfo(product: NonNullable<SimulatedModuleOptions['product']>): Uint8Array {
  const body = new Uint8Array(46);
  body.set(new TextEncoder().encode(product.module).subarray(0, 16));
  const view = new DataView(body.buffer);
  view.setUint16(38, product.width);
  view.setUint16(40, product.height);
  return body;
}
