import { runCheckCompanies } from './run.ts';

// Whoever reads (`| head`) may stop before the end; the exit code still says what was found.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = runCheckCompanies(process.argv.slice(2), {
  today: new Date().toISOString(),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
