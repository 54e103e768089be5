import { openIppPrinter } from '#drivers/card-printer/index.ts';
import type { Door } from '../session.ts';
import type { Enrolled } from './enrolling.ts';
import type { Journal } from './journal.ts';

const usual = 'ipp://127.0.0.1:8631/ipp/print';

/** Prints one card on an IPP printer when one answers at KIOSK_IPP; says so when none does. */
export async function printOverIpp(door: Door, { number }: Enrolled, journal: Journal): Promise<void> {
  const uri = process.env['KIOSK_IPP'] ?? usual;
  const printer = openIppPrinter(uri);
  try {
    const answers = (await printer.status()).state !== 'unreachable';
    await journal.expect(
      'print over IPP',
      answers ? 'printed' : `no IPP printer answers at ${uri}`,
      async () => {
        if (!answers) return `no IPP printer answers at ${uri}`;
        const pdf = await (await door.request('GET', `/api/cards/${number}/pdf`)).bytes();
        const result = await printer.print({ name: `card-${number}`, pdf });
        return result.outcome;
      },
    );
  } finally {
    await printer.close();
  }
}
