/** Commands of the 0xEF01 family that capturing needs, as payloads, and the replies they bring. Grow manuals. */

export const commands = {
  captureImage: 0x01,
  uploadImage: 0x0a,
  setParameter: 0x0e,
  readParameters: 0x0f,
  verifyPassword: 0x13,
  readProduct: 0x3c,
} as const;

export const confirmations = {
  ok: 0x00,
  packetError: 0x01,
  noFinger: 0x02,
  captureFailed: 0x03,
  tooFaint: 0x04,
  tooWet: 0x05,
  tooMessy: 0x06,
  tooFewFeatures: 0x07,
  cannotUploadImage: 0x0f,
  wrongPassword: 0x13,
  noValidImage: 0x15,
  badRegister: 0x1a,
  badSetting: 0x1b,
} as const;

/** Codes with which a sensor says that it saw a finger and could not use it. */
export const poorImage: ReadonlySet<number> = new Set([
  confirmations.captureFailed,
  confirmations.tooFaint,
  confirmations.tooWet,
  confirmations.tooMessy,
  confirmations.tooFewFeatures,
  confirmations.noValidImage,
]);

/** Rates are written as multiples of this. */
export const baudUnit = 9600;
const baudRegister = 4;

export const captureImage = Uint8Array.of(commands.captureImage);
export const uploadImage = Uint8Array.of(commands.uploadImage);
export const readParameters = Uint8Array.of(commands.readParameters);
export const readProduct = Uint8Array.of(commands.readProduct, 0);

export function verifyPassword(password: number): Uint8Array {
  const payload = new Uint8Array(5);
  payload[0] = commands.verifyPassword;
  new DataView(payload.buffer).setUint32(1, password);
  return payload;
}

/** Asks for another rate, kept by the module over power-off. `baudRate` is a multiple of 9600 up to 115200. */
export function setBaud(baudRate: number): Uint8Array {
  return Uint8Array.of(commands.setParameter, baudRegister, baudRate / baudUnit);
}

/** Body of a ReadSysPara reply (16 bytes after the code). */
export interface SystemParameters {
  readonly address: number;
  readonly packetSize: number;
  readonly baudRate: number;
}

const smallestPacket = 32;
const packetSizeCodes = 4;
const maxBaudMultiplier = 12;

/** Null where the reply is short or says what no module can mean. */
export function parseParameters(body: Uint8Array): SystemParameters | null {
  if (body.length < 16) return null;
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const sizeCode = view.getUint16(12);
  const multiplier = view.getUint16(14);
  if (sizeCode >= packetSizeCodes || multiplier < 1 || multiplier > maxBaudMultiplier) return null;
  return {
    address: view.getUint32(8),
    packetSize: smallestPacket << sizeCode,
    baudRate: multiplier * baudUnit,
  };
}

/** Body of a ReadProdInfo reply (46 bytes after the code; R503 and its kin). Sizes in pixels. */
export interface Product {
  readonly module: string;
  readonly width: number;
  readonly height: number;
}

const moduleNameLength = 16;
const smallestSide = 64;
const largestSide = 1024;

/** Null where the reply is short or its sensor size is absurd. */
export function parseProduct(body: Uint8Array): Product | null {
  if (body.length < 46) return null;
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const [width, height] = [view.getUint16(38), view.getUint16(40)];
  const sane = (side: number) => side >= smallestSide && side <= largestSide && side % 2 === 0;
  if (!sane(width) || !sane(height)) return null;
  const printable = body.subarray(0, moduleNameLength).filter((byte) => byte > 0x20 && byte < 0x7f);
  return { module: String.fromCharCode(...printable), width, height };
}
