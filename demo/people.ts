import { Person } from '#core/api/contract.ts';

/*
 * The people of the demonstration. Names, birth dates and numbers are invented; the faces are those of the
 * sample photos inside `@vladmandic/face-api` (the box around each face, in pixels of that photo), whose
 * models have nothing to do with these names.
 */

export interface DemoPerson {
  /** Also the seed of the synthetic fingers. */
  readonly seed: number;
  readonly person: Person;
  readonly photo: {
    readonly sample: number;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

const north = { district: 'Model Nagar', districtLgd: '900001', stateLgd: '900' };
const south = { district: 'Model Pur', districtLgd: '900002', stateLgd: '900' };

function demoPerson(
  seed: number,
  photo: readonly [number, number, number, number, number],
  person: unknown,
): DemoPerson {
  const [sample, x, y, width, height] = photo;
  return { seed, photo: { sample, x, y, width, height }, person: Person.parse(person) };
}

export const demoPeople: readonly DemoPerson[] = [
  demoPerson(11, [3, 585, 329, 199, 271], {
    name: 'Sunita Devi',
    nativeName: { text: 'सुनीता देवी', language: 'hi' },
    sex: 'female',
    birth: { known: 'date', date: '1991-03-14' },
    guardian: 'Ramesh Kumar',
    phone: '9000000011',
    address: { line: '12 Purani Basti', ...north, pin: '110011' },
    language: 'hi',
    household: { number: 'H-0012', relationToHead: 'spouse' },
    clinical: { bloodGroup: 'B+', conditions: ['Anaemia'] },
  }),
  demoPerson(12, [3, 1514, 292, 170, 280], {
    name: 'Harpreet Kaur',
    nativeName: { text: 'ਹਰਪ੍ਰੀਤ ਕੌਰ', language: 'pa' },
    sex: 'female',
    birth: { known: 'year', year: 1988 },
    phone: '9000000012',
    address: { line: '4 Gurdwara Marg', ...north },
    language: 'pa',
  }),
  demoPerson(13, [3, 1075, 215, 220, 299], {
    name: 'Shabnam Begum',
    nativeName: { text: 'شبنم بیگم', language: 'ur' },
    sex: 'female',
    birth: { known: 'date', date: '1996-11-02' },
    phone: '9000000013',
    address: { line: '77 Nai Sarak', ...south },
    language: 'ur',
    clinical: { bloodGroup: 'O+', allergies: ['Penicillin'] },
  }),
  demoPerson(14, [6, 681, 321, 160, 307], {
    name: 'Lakshmi Narayanan',
    nativeName: { text: 'लक्ष्मी नारायणन', language: 'hi' },
    sex: 'female',
    birth: { known: 'date', date: '1999-07-21' },
    address: { line: '3 Mandir Gali', ...south },
    language: 'hi',
  }),
  demoPerson(15, [6, 1180, 305, 188, 280], {
    name: 'Rukhsana Parveen',
    nativeName: { text: 'رخسانہ پروین', language: 'ur' },
    sex: 'female',
    birth: { known: 'age', age: 27, asOf: '2026-01-15' },
    phone: '9000000015',
    address: { line: '9 Talab Road', ...north },
    language: 'ur',
  }),
  demoPerson(16, [6, 1487, 263, 212, 296], {
    name: 'Gurpreet Kaur Sandhu',
    nativeName: { text: 'ਗੁਰਪ੍ਰੀਤ ਕੌਰ ਸੰਧੂ', language: 'pa' },
    sex: 'female',
    birth: { known: 'date', date: '1985-01-30' },
    phone: '9000000016',
    address: { line: '21 Nehar Kinara', ...south },
    language: 'pa',
  }),
  demoPerson(17, [5, 787, 109, 156, 212], {
    name: 'Meena Kshatriya',
    nativeName: { text: 'मीना क्षत्रिय', language: 'hi' },
    sex: 'female',
    birth: { known: 'year', year: 1979 },
    address: { line: '5 Kumhar Tola', ...north },
    language: 'hi',
  }),
  demoPerson(18, [5, 1113, 198, 158, 236], {
    name: 'Gyaneshwari Thakur',
    nativeName: { text: 'ज्ञानेश्वरी ठाकुर', language: 'hi' },
    sex: 'female',
    birth: { known: 'date', date: '1993-09-09' },
    phone: '9000000018',
    address: { line: '66 Station Road', ...south },
    language: 'hi',
  }),
  demoPerson(19, [5, 1406, 390, 165, 271], {
    name: 'Farzana Khatoon',
    nativeName: { text: 'فرزانہ خاتون', language: 'ur' },
    sex: 'female',
    birth: { known: 'date', date: '1982-05-17' },
    address: { line: '18 Kila Mohalla', ...north },
    language: 'ur',
  }),
];
