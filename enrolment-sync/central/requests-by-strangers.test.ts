import { afterAll, beforeAll, expect, test } from 'vitest';
import { largestPacket, routes } from '#sync/packet/index.ts';
import { type Central, openCentral } from './index.ts';
import {
  centralUrl,
  issuer,
  newKey,
  openKiosk,
  refusal,
  registerKiosk,
  registration,
  signedRequest,
  type TestKiosk,
} from './test/kiosk.ts';

let central: Central;
let kiosk: TestKiosk;
let skew = 0;

const anything = new Uint8Array([1]);

beforeAll(async () => {
  central = await openCentral({ issuer, now: () => Date.now() + skew });
  kiosk = await openKiosk(central, 'kiosk-01');
});

afterAll(() => central.close());

test('a registered kiosk gets the keys of central and a first block of numbers', () => {
  const { kid, registered } = kiosk;
  expect(registered).toMatchObject({ deviceId: 'kiosk-01', kid, issuer, statusListUri: `${issuer}/s/1` });
  expect(registered.lease.end - registered.lease.start).toBe(999);
});

test('a code is used by a second device', async () => {
  const code = await central.newRegistrationCode('kiosk-02');
  await registerKiosk(central, code);
  expect(await refusal(central.fetch(registration(code, newKey().publicKey)))).toBe('unknown-code');
});

test('the answer to a registration is lost, and the same device asks again', async () => {
  const code = await central.newRegistrationCode('kiosk-03');
  const { publicKey } = newKey();
  const first = await (await central.fetch(registration(code, publicKey))).json();
  const typedByHand = code.toLowerCase().replaceAll('-', ' ');
  const again = await (await central.fetch(registration(typedByHand, publicKey))).json();
  expect(again).toEqual(first);
});

test('a code lies about for more than a week', async () => {
  const code = await central.newRegistrationCode('kiosk-04');
  skew = 8 * 86_400_000;
  expect(await refusal(central.fetch(registration(code, newKey().publicKey)))).toBe('unknown-code');
  skew = 0;
});

test('a registration that is none, or brings no point of the curve', async () => {
  const noKey = { kty: 'EC', crv: 'P-256', x: 'AAAA', y: 'AAAA' };
  for (const body of ['', '[]', JSON.stringify({ code: '0000-0000', publicKey: noKey })]) {
    const request = new Request(centralUrl + routes.devices, { method: 'POST', body });
    expect(await refusal(central.fetch(request))).toBe('bad-request');
  }
});

test('a device that never registered sends', async () => {
  const request = await signedRequest(centralUrl + routes.packets, anything, newKey());
  expect(await refusal(central.fetch(request))).toBe('unknown-device');
});

test('a request without a signature', async () => {
  const request = new Request(centralUrl + routes.leases, { method: 'POST', body: '{}' });
  expect(await refusal(central.fetch(request))).toBe('unsigned');
});

test('a signed request is sent a second time', async () => {
  const request = await kiosk.signed(routes.leases, new TextEncoder().encode('{}'));
  const copy = request.clone();
  expect((await central.fetch(request)).status).toBe(200);
  expect(await refusal(central.fetch(copy))).toBe('replayed');
});

test('the body of a signed request is exchanged', async () => {
  const { url, headers } = await kiosk.signed(routes.packets, anything);
  const exchanged = new Request(url, { method: 'POST', headers, body: new Uint8Array([2]) });
  expect(await refusal(central.fetch(exchanged))).toBe('bad-signature');
});

test('a kiosk whose clock is an hour wrong is told the time', async () => {
  skew = 3_600_000;
  const answer = await central.fetch(await kiosk.signed(routes.packets, anything));
  const { now } = await answer.clone().json();
  expect(await refusal(answer)).toBe('stale');
  expect(Date.parse(now) - Date.now()).toBeGreaterThan(3_500_000);
  skew = 0;
});

test('a packet beyond all bounds', async () => {
  const announced = { 'content-length': String(largestPacket + 1) };
  const request = new Request(centralUrl + routes.packets, {
    method: 'POST',
    headers: announced,
    body: anything,
  });
  expect(await refusal(central.fetch(request))).toBe('too-large');
});

test('twenty blocks asked for at once never overlap, in numbers or in the status list', async () => {
  const other = await openKiosk(central, 'kiosk-05');
  const sizes = Array.from({ length: 20 }, (_, index) => 100 + 100 * index);
  const leases = await Promise.all(sizes.map((size, index) => (index % 2 === 0 ? kiosk : other).lease(size)));
  const sorted = leases.toSorted((a, b) => a.start - b.start);
  for (const [index, lease] of sorted.entries()) {
    expect(lease.end - lease.start).toBeLessThan(1000);
    const before = sorted[index - 1];
    if (!before) continue;
    expect(lease.start).toBe(before.end + 1);
    expect(lease.statusStart - before.statusStart).toBe(lease.start - before.start);
  }
});

test('the status page shows counts, and forbids everything a page could do', async () => {
  const answer = await central.fetch(new Request(centralUrl));
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await answer.text()).toContain('<dt>People</dt><dd>0</dd>');
  expect((await central.fetch(new Request(`${centralUrl}/health`))).status).toBe(200);
});
