import { openCentral, serveCentral } from '../index.ts';
import { issuer } from './kiosk.ts';

/* Central in a process of its own: it takes a packet in and is killed before its receipt leaves. */

const central = await openCentral({ dataDir: process.argv[2], issuer });
const served = await serveCentral({
  async fetch(request) {
    const answer = await central.fetch(request);
    if (new URL(request.url).pathname === '/v1/packets') process.kill(process.pid, 'SIGKILL');
    return answer;
  },
});
process.stdout.write(
  `${JSON.stringify({ url: served.url, code: await central.newRegistrationCode('kiosk-01') })}\n`,
);
