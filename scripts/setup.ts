import { ensureSetup, type Need } from './lib/setup/ensure.ts';
import { main, SetupError } from './lib/paths.ts';

export { ensureSetup, type Need } from './lib/setup/ensure.ts';
export { launchPlan, switches, type LaunchPlan } from './lib/launch.ts';
export { runtime, type Runtime } from './lib/setup/runtime.ts';
export { startDisplay, withDisplay, type VirtualDisplay } from './lib/xvfb.ts';

const NEEDS: readonly string[] = ['build', 'app', 'test'] satisfies Need[];

function isNeed(text: string): text is Need {
  return NEEDS.includes(text);
}

if (import.meta.main) {
  await main(async () => {
    const words = process.argv.slice(2);
    const need = words.find((word) => !word.startsWith('--')) ?? 'test';
    const unknown = words.find((word) => word.startsWith('--') && word !== '--retry');
    if (!isNeed(need) || unknown !== undefined) {
      throw new SetupError('Usage: npm run setup -- [build|app|test] [--retry]');
    }
    const found = await ensureSetup({ need, retry: words.includes('--retry') });
    const kind = found.standIn ? ' (test runtime, not for releases)' : '';
    console.log(`Electron ${found.electronVersion}${kind}: ${found.electronPath}`);
    if (found.sqliteBinding !== null) console.log(`Database driver: ${found.sqliteBinding}`);
    return 0;
  });
}
