import { ippPrinter, openDesk } from './desk.ts';

/* A kiosk in a process of its own that prints a card, to be killed in the middle: `home printer-address`. */

const [, , home, uri] = process.argv;
const desk = await openDesk(home, ippPrinter(uri));
const id = desk.print();
process.stdout.write(`${id}\n`);
setInterval(() => {}, 1000);
