import { decodeIpp } from './decode.ts';
import { encodeIpp } from './encode.ts';
import {
  firstErrorStatus,
  groupTags,
  type IppAttribute,
  type IppMessage,
  preamble,
  strings,
} from './message.ts';

/** `unreachable`: nothing was sent. `broken`: it may have arrived, no sound answer came back. */
export type IppAnswer =
  | { readonly outcome: 'answered'; readonly message: IppMessage }
  | { readonly outcome: 'refused'; readonly status: number }
  | { readonly outcome: 'unreachable' }
  | { readonly outcome: 'broken' };

export interface IppRequest {
  readonly operation: number;
  readonly operationAttributes?: readonly IppAttribute[];
  readonly jobAttributes?: readonly IppAttribute[];
  readonly document?: Uint8Array;
}

export type AskPrinter = (request: IppRequest, timeoutMs?: number) => Promise<IppAnswer>;

const answerTimeoutMs = 10_000;
const ippPort = '631';
const user = 'enrolment-kiosk';

/** Failures that come before the first byte of a request leaves. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Asks the printer at an `ipp:`, `ipps:`, `http:` or `https:` address. Any other address throws. */
export function ippClient(uri: string): AskPrinter {
  const url = httpAddress(uri);
  let requests = 0;
  return async (request, timeoutMs = answerTimeoutMs) => {
    requests++;
    const requestId = requests;
    const body = encodeIpp(requestMessage(uri, requestId, request));
    try {
      const response = await fetch(url, {
        method: 'POST',
        // One connection a request: a kept one that the printer drops would look like a job half sent.
        headers: { 'content-type': 'application/ipp', connection: 'close' },
        body,
        signal: AbortSignal.timeout(timeoutMs),
      });
      const bytes = new Uint8Array(await response.arrayBuffer());
      return response.ok ? answer(bytes, requestId) : { outcome: 'refused', status: response.status };
    } catch (error) {
      return { outcome: beforeSending.has(codeOf(error)) ? 'unreachable' : 'broken' };
    }
  };
}

function requestMessage(uri: string, requestId: number, request: IppRequest): IppMessage {
  const operation = [
    ...preamble,
    strings('printer-uri', 'uri', uri),
    ...(request.operationAttributes ?? []),
    strings('requesting-user-name', 'name', user),
  ];
  // job-id has to follow printer-uri, so the caller's attributes go between.
  const job = request.jobAttributes ? [{ tag: groupTags.job, attributes: request.jobAttributes }] : [];
  return {
    code: request.operation,
    requestId,
    groups: [{ tag: groupTags.operation, attributes: operation }, ...job],
    document: request.document ?? new Uint8Array(0),
  };
}

function answer(bytes: Uint8Array, requestId: number): IppAnswer {
  const decoded = decodeIpp(bytes);
  if (decoded.outcome === 'garbled' || decoded.message.requestId !== requestId) return { outcome: 'broken' };
  const { message } = decoded;
  return message.code >= firstErrorStatus
    ? { outcome: 'refused', status: message.code }
    : { outcome: 'answered', message };
}

function httpAddress(uri: string): string {
  const secure = /^(ipps|https):/.test(uri);
  if (!secure && !/^(ipp|http):/.test(uri))
    throw new TypeError('a printer address starts with ipp: or ipps:');
  const url = new URL(uri.replace(/^[a-z]+:/, secure ? 'https:' : 'http:'));
  if (uri.startsWith('ipp') && url.port === '' && !/:(80|443)(\/|$)/.test(uri)) url.port = ippPort;
  return url.href;
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}
