import { spawnSync } from 'node:child_process';

/** Every kind of instruction in both languages through Electron; pictures in artifacts/instructions. Some minutes. */
const { status } = spawnSync('playwright', ['test', 'instructions', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, EMPF_EVERY_KIND: '1' },
});
process.exitCode = status ?? 1;
