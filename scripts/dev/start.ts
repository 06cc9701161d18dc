import { spawn } from 'node:child_process';
import { build } from '../build.ts';
import { launchPlan, withDisplay } from '../setup.ts';
import { DEFAULT_RUN_FOLDER, PROJECT, startEnvironment } from './environment.ts';

/** `npm start`: the terminal in a window, with gateway, enrolment and simulated devices around it. */
await build();
const environment = await startEnvironment({
  runFolder: DEFAULT_RUN_FOLDER,
  kiosk: false,
  placeId: 'station-kwun-tong',
  window: { width: 540, height: 960 },
  gatewayArguments: ['--sms', 'simulated'],
});
process.exitCode = await withDisplay(async (display) => {
  const plan = launchPlan({ appDir: PROJECT, env: { ...display, ...environment.env } });
  process.stdout.write(
    `Gateway   ${environment.gatewayUrl}/admin\nDevices   npm run sim -- help\nSMS       npm run gateway -- sms show <mobile> --data ${environment.gatewayData}\nStop      close the window, or Ctrl+C\n`,
  );
  const child = spawn(plan.command, plan.args, { env: plan.env, stdio: 'inherit' });
  process.on('SIGINT', () => child.kill('SIGTERM'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise<number>((done) => {
    child.once('exit', (exitCode) => {
      done(exitCode ?? 1);
    });
  });
});
await environment.stop();
