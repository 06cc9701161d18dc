import { importCommand } from './command.ts';

await importCommand(process.argv.slice(2));
