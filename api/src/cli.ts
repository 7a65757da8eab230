import { Command, CommanderError } from 'commander';
import { tokenCommand } from './cli/commands/access/token.command.js';
import { userCommand } from './cli/commands/access/user.command.js';
import { auditCommand } from './cli/commands/audit.command.js';
import { backupCommand } from './cli/commands/backup.command.js';
import { cadreCommand } from './cli/commands/cadre.command.js';
import { demoCommand } from './cli/commands/demo.command.js';
import { drawCommand } from './cli/commands/draw.command.js';
import { exportCommand } from './cli/commands/export.command.js';
import { followUpsCommand } from './cli/commands/follow-ups.command.js';
import { importCommand } from './cli/commands/import.command.js';
import { policyCommand } from './cli/commands/policy.command.js';
import { proposalCommand } from './cli/commands/proposal.command.js';
import { rankingCommand } from './cli/commands/ranking.command.js';
import { restoreCommand } from './cli/commands/restore.command.js';
import { retentionCommand } from './cli/commands/retention.command.js';
import { scoreCommand } from './cli/commands/score.command.js';
import { Ended, exit } from './cli/exit.js';

const program = new Command('probity')
  .description(
    'Works with a Probity server over HTTP. PROBITY_URL says where it is (http://127.0.0.1:3000), PROBITY_TOKEN who asks.',
  )
  .option('--json', 'answers as JSON')
  .configureHelp({ showGlobalOptions: true })
  .addHelpText(
    'after',
    '\nExit codes: 0 done, 1 refused or failed, 2 bad usage, 3 done with quarantined rows.',
  )
  .showHelpAfterError('(--help says more)')
  .exitOverride();

const commands = [
  importCommand,
  scoreCommand,
  rankingCommand,
  cadreCommand,
  followUpsCommand,
  exportCommand,
  policyCommand,
  proposalCommand,
  demoCommand,
  auditCommand,
  backupCommand,
  restoreCommand,
  retentionCommand,
  drawCommand,
  tokenCommand,
  userCommand,
];
for (const add of commands) add(program);

// Whoever reads the answer may have seen enough: `probity ranking --csv | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exit.done : exit.failed);
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exit.done : exit.usage;
  } else {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = error instanceof Ended ? error.code : exit.failed;
  }
}
