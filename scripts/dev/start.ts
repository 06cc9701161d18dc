import { spawn } from 'node:child_process';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../build.ts';
import { launchPlan, withDisplay } from '../setup.ts';
import { main, SetupError } from '../lib/paths.ts';
import { addSampleNotices } from './sample-notices.ts';
import { DEFAULT_RUN_FOLDER, PROJECT, startEnvironment } from './environment.ts';

const USAGE = 'npm start [-- --profile kiosk|van|station]';

/** What each place has on its displays, at a size that fits on a developer's. */
const PROFILES = {
  kiosk: { window: { kiosk: false, width: 540, height: 960 } },
  van: {
    ...{ profile: 'van', defaultContrast: 'glare', display: { diagonalInches: 13.3 } },
    window: { kiosk: false, width: 1280, height: 800 },
  },
  station: {
    ...{ profile: 'station', counter: '1', display: { diagonalInches: 24 } },
    window: { kiosk: false, width: 960, height: 540 },
  },
} as const;

function chosenProfile(): keyof typeof PROFILES {
  let given: unknown;
  try {
    given = parseArgs({ options: { profile: { type: 'string', default: 'kiosk' } } }).values.profile;
  } catch {
    throw new SetupError(`Usage: ${USAGE}`);
  }
  if (given === 'kiosk' || given === 'van' || given === 'station') return given;
  throw new SetupError(`There is no profile ${String(given)}.\n${USAGE}`);
}

/** `npm start`: the terminal in a window, with gateway, enrolment and simulated devices around it. */
await main(async () => {
  const profile = chosenProfile();
  await build();
  // A folder of its own for each: the database of one place is not another's.
  const runFolder = profile === 'kiosk' ? DEFAULT_RUN_FOLDER : join(PROJECT, '.run', profile);
  const environment = await startEnvironment({
    ...{ runFolder, kiosk: false, placeId: 'station-kwun-tong' },
    configuration: PROFILES[profile],
    gatewayArguments: ['--sms', 'simulated'],
  });
  await addSampleNotices(environment.gatewayData);
  const exitCode = await withDisplay(async (display) => {
    const plan = launchPlan({ appDir: PROJECT, env: { ...display, ...environment.env } });
    const run = profile === 'kiosk' ? '' : ` --run ${relative(process.cwd(), runFolder)}`;
    process.stdout.write(
      `Gateway   ${environment.gatewayUrl}/admin\n` +
        `Devices   npm run sim --${run === '' ? ' help' : `${run} <device> <action>; npm run sim -- help`}\n` +
        `SMS       npm run gateway -- sms show <mobile> --data ${environment.gatewayData}\n` +
        'Stop      close the window, or Ctrl+C\n',
    );
    const child = spawn(plan.command, plan.args, { env: plan.env, stdio: 'inherit' });
    process.on('SIGINT', () => child.kill('SIGTERM'));
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    return new Promise<number>((done) => {
      child.once('exit', (code) => {
        done(code ?? 1);
      });
    });
  });
  await environment.stop();
  return exitCode;
});
