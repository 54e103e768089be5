import {
  confirmations,
  parseParameters,
  parseProduct,
  readParameters,
  readProduct,
  setBaud,
  verifyPassword,
} from './commands.ts';
import { usualHeight, usualWidth } from './image.ts';
import { Ef01Link } from './link.ts';
import type { OpenTransport } from './transport.ts';

/*
 * From a path to a module that answers: find the rate it speaks (it keeps a raised one over power-off), give
 * the password, ask its size, and raise the rate, since an image takes 7 s at 57,600 baud. Clones answer only
 * some of this; what they leave unanswered takes the family's defaults.
 */

export interface ConnectOptions {
  readonly path: string;
  /** Rate to try first; the family's default otherwise. */
  readonly baudRate?: number;
  /** 32 bits; modules leave the factory with 0. */
  readonly password?: number;
}

export interface Ef01Module {
  readonly link: Ef01Link;
  readonly model: string;
  readonly width: number;
  readonly height: number;
  readonly baudRate: number;
}

/** Why a scanner can't be used: no such port, no permission, port taken, a port where nothing answers, locked. */
export type ScannerFault = 'absent' | 'denied' | 'in-use' | 'no-answer' | 'wrong-password';

export type Connection =
  | { readonly outcome: 'connected'; readonly module: Ef01Module }
  | { readonly outcome: ScannerFault };

export const unnamedModel = 'EF01 fingerprint module';

const defaultBaud = 57_600;
const fastestBaud = 115_200;
const otherBauds = [fastestBaud, 9600, 19_200, 38_400];
/** A module answers a command of settings within milliseconds. */
const answerMs = 250;
const triesPerBaud = 2;

/** Opens the module at a path; `signal` ends the search. Bounded: about 3 s at a port where nothing answers. */
export async function connectEf01(
  options: ConnectOptions,
  open: OpenTransport,
  signal: AbortSignal,
): Promise<Connection> {
  const firstBaud = options.baudRate ?? defaultBaud;
  const transport = await open(options.path, firstBaud);
  if (transport.outcome === 'busy') return { outcome: 'in-use' };
  if (transport.outcome !== 'opened') return transport;
  const link = new Ef01Link(transport.duplex);
  const greeting = await greetAtAnyBaud(link, options.password ?? 0, firstBaud, signal);
  if (greeting.outcome === 'welcome') {
    const module = await introduce(link, options.password ?? 0, greeting.baudRate);
    if (module) return { outcome: 'connected', module };
  }
  await link.close();
  return { outcome: greeting.outcome === 'welcome' ? 'no-answer' : greeting.outcome };
}

type Greeting =
  | { readonly outcome: 'welcome'; readonly baudRate: number }
  | { readonly outcome: 'wrong-password' | 'no-answer' };

async function greetAtAnyBaud(
  link: Ef01Link,
  password: number,
  firstBaud: number,
  signal: AbortSignal,
): Promise<Greeting> {
  for (const baudRate of new Set([firstBaud, defaultBaud, ...otherBauds])) {
    if (signal.aborted || link.closed) break;
    if (!(await link.setBaud(baudRate))) continue;
    const outcome = await greet(link, password);
    if (outcome === 'welcome') return { outcome, baudRate };
    if (outcome === 'wrong-password') return { outcome };
  }
  return { outcome: 'no-answer' };
}

/** Whether a module that was there still answers. */
export async function stillAnswers({ link }: Ef01Module, password: number): Promise<boolean> {
  return (await greet(link, password)) !== 'no-answer';
}

async function greet(link: Ef01Link, password: number): Promise<Greeting['outcome']> {
  for (let attempt = 0; attempt < triesPerBaud && !link.closed; attempt++) {
    const reply = await link.ask(verifyPassword(password), answerMs);
    if (reply.outcome !== 'answered') continue;
    if (reply.code === confirmations.ok) return 'welcome';
    if (reply.code === confirmations.wrongPassword) return 'wrong-password';
  }
  return 'no-answer';
}

/** Null when the module stopped answering, which after a change of rate means that it is lost. */
async function introduce(link: Ef01Link, password: number, baudNow: number): Promise<Ef01Module | null> {
  const parameters = await answered(link, readParameters, parseParameters);
  const product = await answered(link, readProduct, parseProduct);
  const baudRate = parameters && baudNow < fastestBaud ? await raiseBaud(link, password, baudNow) : baudNow;
  if (baudRate === null || link.closed) return null;
  return {
    link,
    baudRate,
    model: product?.module || unnamedModel,
    width: product?.width ?? usualWidth,
    height: product?.height ?? usualHeight,
  };
}

async function answered<T>(link: Ef01Link, command: Uint8Array, parse: (body: Uint8Array) => T | null) {
  const reply = await link.ask(command, answerMs);
  return reply.outcome === 'answered' && reply.code === confirmations.ok ? parse(reply.body) : null;
}

/** The rate agreed in the end, null when the module is no longer heard at either. */
async function raiseBaud(link: Ef01Link, password: number, baudNow: number): Promise<number | null> {
  const reply = await link.ask(setBaud(fastestBaud), answerMs);
  if (reply.outcome !== 'answered' || reply.code !== confirmations.ok) return baudNow;
  for (const baudRate of [fastestBaud, baudNow])
    if ((await link.setBaud(baudRate)) && (await greet(link, password)) === 'welcome') return baudRate;
  return null;
}
