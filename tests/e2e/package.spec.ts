import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { demoStaff, enrolTerminal } from '../../gateway/index.ts';
import { projectRoot } from '../../scripts/lib/paths.ts';
import { packageApp } from '../../scripts/package.ts';
import { switches } from '../../scripts/setup.ts';

/** The packaged program as it is installed: its own files, a configuration and enrolment folder, a data folder. */
test.describe('the packaged program', () => {
  test.describe.configure({ mode: 'serial', timeout: 180_000 });
  let executable = '';
  let folder = '';
  let running: ChildProcess | null = null;

  test.beforeAll(async () => {
    // Other specs start the program from `out/` at the same time.
    executable = await packageApp({ built: existsSync(join(projectRoot, 'out', 'main', 'main.js')) });
  });
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'empf-package-'));
    mkdirSync(join(folder, 'configuration'));
  });
  test.afterEach(async () => {
    const child = running;
    running = null;
    if (child !== null && child.exitCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  });

  function configure(content: string): void {
    writeFileSync(join(folder, 'configuration', 'configuration.json'), content);
  }

  async function enrol(): Promise<void> {
    const enrolled = await enrolTerminal({
      dataDir: join(folder, 'gateway'),
      terminalId: 'K0127',
      gatewayUrl: 'https://gateway.invalid',
      staff: await demoStaff(),
    });
    if (!enrolled.ok) throw new Error(`enrolment refused: ${enrolled.code}`);
    writeFileSync(join(folder, 'configuration', 'enrolment.json'), JSON.stringify(enrolled.value));
  }

  /** Starts it and gives back its first line `READY …`. */
  function ready(env: Record<string, string> = {}): Promise<string> {
    const child = spawn(executable, switches(process.env), {
      env: {
        ...process.env,
        EMPF_CONFIGURATION: join(folder, 'configuration'),
        EMPF_DATA: join(folder, 'data'),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    running = child;
    return new Promise((resolve, reject) => {
      child.once('exit', (code) => {
        reject(new Error(`ended with ${String(code)} before it was ready`));
      });
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line.startsWith('READY ')) resolve(line);
      });
    });
  }

  test('has the fuses of a release', async () => {
    const wire = await getCurrentFuseWire(executable);
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    expect(off.map((fuse) => wire[fuse])).toEqual(off.map(() => FuseState.DISABLE));
    expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE);
  });

  test('not enrolled: out of service, said plainly', async () => {
    expect(await ready()).toBe('READY out-of-service not-enrolled');
  });

  test('enrolled: in service, with real devices, although no gateway answers', async () => {
    await enrol();
    expect(await ready()).toBe('READY in-service');
  });

  test('simulated devices cannot be switched on', async () => {
    await enrol();
    configure(JSON.stringify({ devices: { driver: 'sim' } }));
    expect(await ready()).toBe('READY out-of-service simulated-devices-in-release');
  });

  test('a wrong configuration: out of service', async () => {
    await enrol();
    configure('{"display":{"diagonalInches":-1}}');
    expect(await ready()).toBe('READY out-of-service configuration');
  });

  test('a database of a newer version: refuses to open it and says so, the file stays as it is', async () => {
    await enrol();
    mkdirSync(join(folder, 'data'));
    const file = join(folder, 'data', 'terminal.db');
    const database = new Database(file);
    database.exec(
      `CREATE TABLE schema_steps (version INTEGER); INSERT INTO schema_steps VALUES (999); PRAGMA user_version = 999;`,
    );
    database.close();
    const before = readFileSync(file);
    expect(await ready()).toBe('READY out-of-service database-newer');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('a damaged database: set aside as it was, and out of service until somebody has looked at the report', async () => {
    await enrol();
    mkdirSync(join(folder, 'data'));
    const file = join(folder, 'data', 'terminal.db');
    writeFileSync(file, Buffer.alloc(8192, 'not a database '));
    const before = readFileSync(file);
    expect(await ready()).toBe('READY out-of-service database-salvaged');
    expect(readFileSync(`${file}.damaged-1`).equals(before)).toBe(true);
  });

  test('a debugging switch: refuses to start', async () => {
    await enrol();
    const child = spawn(executable, [...switches(process.env), '--remote-debugging-port=0'], {
      env: {
        ...process.env,
        EMPF_CONFIGURATION: join(folder, 'configuration'),
        EMPF_DATA: join(folder, 'data'),
      },
      stdio: 'ignore',
    });
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect(code).toBe(2);
  });
});
