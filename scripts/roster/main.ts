import { inShell } from '../lib/shell.ts';
import { runCheckRoster } from './run.ts';

await inShell((io) => runCheckRoster(process.argv.slice(2), io));
