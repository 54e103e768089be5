import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { readForeignCard } from './index.ts';
import { fields, secureQr, uidai } from './test/secure-qr.ts';

const read = (text: string, keys = [uidai.publicKey]) => readForeignCard(text, { uidaiKeys: keys });

test('an ABHA card', () => {
  const text = JSON.stringify({
    hidn: '43-4221-5105-6749',
    hid: 'asha@abdm',
    name: 'Asha  Devi ',
    gender: 'F',
    statelgd: '7',
    distlgd: '77',
    dob: '5/3/1990',
    'state name': 'DELHI',
    district_name: 'EAST',
    mobile: '9876543210',
    address: 'House 4,\nGandhi Nagar',
  });
  expect(read(text)).toEqual({
    outcome: 'read',
    card: {
      source: 'abha-qr',
      signature: 'none',
      name: 'Asha Devi',
      birth: { known: 'date', date: '1990-03-05' },
      sex: 'female',
      abha: '43422151056749',
      abhaChecks: true,
      phone: '9876543210',
      addressLine: 'House 4, Gandhi Nagar',
      stateLgd: '7',
      districtLgd: '77',
    },
  });
});

test('the app, of somebody without a number, whose year of birth alone is known', () => {
  const text = JSON.stringify({
    phr: 'ravi@abdm',
    name: 'Ravi',
    gender: 'M',
    dob: '1961',
    statelgd: '-',
    distlgd: '-',
  });
  expect(read(text)).toEqual({
    outcome: 'read',
    card: {
      source: 'abha-qr',
      signature: 'none',
      name: 'Ravi',
      birth: { known: 'year', year: 1961 },
      sex: 'male',
    },
  });
});

test('a number whose check digit is wrong is taken, and said to be so', () => {
  expect(read('{"hidn":"43-4221-5105-6748","name":"A"}')).toMatchObject({ card: { abhaChecks: false } });
});

test('what is odd in an ABHA code is left out, not guessed', () => {
  const text = JSON.stringify({
    hid: 'x@abdm',
    name: 'A',
    dob: '31-2-1990',
    gender: 'X',
    mobile: '12',
    hidn: 5,
    address: '-',
  });
  expect(read(text)).toEqual({ outcome: 'read', card: { source: 'abha-qr', signature: 'none', name: 'A' } });
});

test.each([
  ['of today', fields('Sunita Kumari', '14-08-1982')],
  ['of the first kind, without a version', fields('Sunita Kumari', '14-08-1982', [])],
])('an Aadhaar Secure QR %s gives name and birth and nothing else', (_kind, texts) => {
  expect(read(secureQr(texts))).toEqual({
    outcome: 'read',
    card: {
      source: 'aadhaar-qr',
      signature: 'good',
      name: 'Sunita Kumari',
      birth: { known: 'date', date: '1982-08-14' },
    },
  });
});

test('without a certificate the signature is not checked, and that is said', () => {
  expect(read(secureQr(fields('Sunita', '1982')), [])).toMatchObject({
    card: { signature: 'not-checked', birth: { known: 'year', year: 1982 } },
  });
});

test('an older certificate beside the new one is tried too', () => {
  const old = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ed25519 = generateKeyPairSync('ed25519').publicKey;
  const keys = [ed25519, old.publicKey, uidai.publicKey];
  expect(read(secureQr(fields('A', '1982')), keys)).toMatchObject({ card: { signature: 'good' } });
});

test('somebody else’s signature, and a changed content, are forged', () => {
  const forger = generateKeyPairSync('rsa', { modulusLength: 2048 });
  expect(read(secureQr(fields('A', '1982'), forger.privateKey))).toEqual({ outcome: 'forged' });
  expect(read(secureQr(fields('A', '1982'), uidai.privateKey, 1))).toEqual({ outcome: 'forged' });
});
