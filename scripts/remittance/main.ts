import { inShell } from '../lib/shell.ts';
import { runCheckRemittance } from './run.ts';

await inShell((io) => runCheckRemittance(process.argv.slice(2), io));
