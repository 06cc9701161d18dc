import { build } from '../build.ts';
import { ensureSetup } from './setup/ensure.ts';
import { hasDisplay, startDisplay, VIRTUAL } from './xvfb.ts';

/** Name of the variable by which `npm test` says that it has just built. */
export const ALREADY_BUILT = 'EMPF_ALREADY_BUILT';

/** Before the first end-to-end test: a runtime, a build and a display; afterwards the display is stopped. */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  await ensureSetup({ need: 'test' });
  if (process.env[ALREADY_BUILT] !== '1') await build();
  if (hasDisplay(process.env)) return undefined;
  const virtual = await startDisplay();
  process.env['DISPLAY'] = virtual.display;
  process.env[VIRTUAL] = '1';
  return () => virtual.stop();
}
