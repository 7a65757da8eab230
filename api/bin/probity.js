#!/usr/bin/env node
// npm links a command when it installs, before anything is built; so this file is committed and
// hands over to the built program.
import { existsSync } from 'node:fs';

const program = new URL('../dist/programs/cli.js', import.meta.url);
if (existsSync(program)) {
  await import(program.href);
} else {
  process.stderr.write('probity is not built yet: run "npm run build" first.\n');
  process.exitCode = 1;
}
