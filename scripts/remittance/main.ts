import { runCheckRemittance } from './run.ts';

process.exitCode = await runCheckRemittance(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
