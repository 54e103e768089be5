import { once } from 'node:events';
import { Command } from 'commander';
import { openCentral, serveCentral } from '#sync/central/index.ts';

interface CentralOptions {
  readonly data: string;
  readonly issuer: string;
  readonly port: string;
  readonly device?: string;
}

export const centralCommand = new Command('central')
  .description('Run the reference central server, on loopback, its data in a folder')
  .option('--data <folder>', 'where its database stands', 'central-data')
  .requiredOption('--issuer <url>', "the programme's issuer, as in the sites' files")
  .option('--port <n>', 'port to listen on', '8690')
  .option('--device <name>', 'also print a one-time code with which this device can register')
  .action(async ({ data, issuer, port, device }: CentralOptions) => {
    const central = await openCentral({ dataDir: data, issuer });
    const server = await serveCentral(central, { port: Number(port) });
    process.stdout.write(`central at ${server.url}\n`);
    if (device)
      process.stdout.write(`registration code for ${device}: ${await central.newRegistrationCode(device)}\n`);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await server.close();
    await central.close();
  });
