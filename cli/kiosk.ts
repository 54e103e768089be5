import { Command } from 'commander';
import { auditCommand } from './commands/audit.ts';
import { benchCommand } from './commands/bench.ts';
import { cardCommand } from './commands/card.ts';
import { cardTemplateCommand } from './commands/card-template.ts';
import { centralCommand } from './commands/central.ts';
import { clinicalKeyCommand } from './commands/clinical-key.ts';
import { demoCommand } from './commands/demo.ts';
import { enrolCommand } from './commands/enrol.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { identifyCommand } from './commands/identify.ts';
import { initCommand } from './commands/init.ts';
import { startCommand } from './commands/start.ts';
import { syncCommand } from './commands/sync.ts';
import { templateCommand } from './commands/template.ts';
import { trainCommand } from './commands/train.ts';
import { verifyCardCommand } from './commands/verify-card.ts';
import { reportFailure } from './report.ts';

/* `kiosk`: the appliance from the command line. Exit codes: 0 done, 1 nobody found, no match, a card not valid or a broken chain, 2 refused. */

const program = new Command('kiosk')
  .description('The enrolment kiosk: enrol people, know them again, give them a card, send enrolments on.')
  .showHelpAfterError()
  .addCommand(startCommand)
  .addCommand(demoCommand)
  .addCommand(initCommand)
  .addCommand(enrolCommand)
  .addCommand(identifyCommand)
  .addCommand(cardCommand)
  .addCommand(cardTemplateCommand)
  .addCommand(verifyCardCommand)
  .addCommand(clinicalKeyCommand)
  .addCommand(syncCommand)
  .addCommand(centralCommand)
  .addCommand(auditCommand)
  .addCommand(templateCommand)
  .addCommand(evaluateCommand)
  .addCommand(trainCommand)
  .addCommand(benchCommand);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = reportFailure(error, process.argv.includes('--json'));
}
