import { parseSimulationCommand, SIMULATION_HELP } from '../../hardware/simulation/commands.ts';
import { askJsonLine } from '../../hardware/simulation/socket.ts';
import { DEFAULT_RUN_FOLDER, socketsOf } from './environment.ts';

const HELP = `npm run sim -- <device> <action> [options]      drives the simulated devices of a running \`npm start\`

${SIMULATION_HELP.map((line) => `  ${line}`).join('\n')}
  network down|up|status             cut and restore the way to the gateway
  help                               this page

Options: --run FOLDER   another run folder than .run/dev
`;

/** The words of the command line without `--run FOLDER`, which is ours. */
function words(): { readonly rest: readonly string[]; readonly runFolder: string } {
  const given = process.argv.slice(2);
  const at = given.indexOf('--run');
  if (at < 0) return { rest: given, runFolder: DEFAULT_RUN_FOLDER };
  return { rest: given.toSpliced(at, 2), runFolder: given[at + 1] ?? DEFAULT_RUN_FOLDER };
}

/** Answers with the JSON of the simulator, and with a non-zero code when it refused or nobody listens. */
async function main(): Promise<number> {
  const { rest, runFolder } = words();
  if (rest.length === 0 || rest[0] === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  const sockets = socketsOf(runFolder);
  const command = parseSimulationCommand(rest);
  const network = rest[0] === 'network';
  if (!network && !command.ok) {
    process.stderr.write(`Not understood: ${rest.join(' ')}\n\n${HELP}`);
    return 1;
  }
  const request = command.ok ? command.value : { action: rest[1] ?? 'status' };
  try {
    const answer = await askJsonLine(network ? sockets.network : sockets.devices, request);
    process.stdout.write(`${JSON.stringify(answer)}\n`);
    return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true ? 0 : 1;
  } catch {
    process.stderr.write('Nothing is listening. Start the terminal first: npm start\n');
    return 1;
  }
}

process.exitCode = await main();
