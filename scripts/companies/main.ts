import { inShell } from '../lib/shell.ts';
import { runCheckCompanies } from './run.ts';

await inShell((io) => runCheckCompanies(process.argv.slice(2), { today: new Date().toISOString(), ...io }));
