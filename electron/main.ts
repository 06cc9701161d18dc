import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, Menu, powerSaveBlocker, session } from 'electron';
import { v7 as uuidv7 } from 'uuid';
import { developmentSettings } from './configuration/development.ts';
import { loadConfiguration } from './configuration/load.ts';
import { placesFrom } from './configuration/places.ts';
import { configurationSchema } from './configuration/schema.ts';
import { composeTerminal, type ComposedTerminal } from './composition/compose.ts';
import { deferredChild } from './composition/deferred-child.ts';
import { spawnHardwareProcess } from './composition/hardware-process.ts';
import { createLog } from './diagnostics/log.ts';
import { servePages } from './ipc/serve.ts';
import { bootId, markPractice, takeMarker } from './practice/marker.ts';
import { openPrinters } from './printing/open-printers.ts';
import { emptySpoolFolder } from './printing/spool-folder.ts';
import { manifestOf, registerScheme, serveApp } from './shell/protocol.ts';
import { lockDownContents, lockDownSession } from './shell/security.ts';
import { readyAnnouncer } from './diagnostics/ready.ts';
import { openDisplayMemory } from './shell/display-memory.ts';
import { createFirstPaint } from './shell/first-paint.ts';
import { PARTITION } from './shell/window-options.ts';
import { openWindows } from './shell/windows.ts';

const here = dirname(fileURLToPath(import.meta.url));
const log = createLog(process.stderr, () => new Date().toISOString());

process.on('uncaughtException', (error) => {
  stopAfterBug(error);
});
process.on('unhandledRejection', (error) => {
  stopAfterBug(error);
});

/** A bug ends in a known state: out, and the supervisor starts a fresh terminal that recovers only what was submitted. */
function stopAfterBug(error: unknown): void {
  log.write('bug', { name: error instanceof Error ? error.name : typeof error, stack: stackOf(error) });
  app.exit(1);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? '').split('\n').slice(0, 6).join(' | ') : '';
}

const places = placesFrom(process.env);
const development = developmentSettings(app.isPackaged, process.env);

// Before ready: nothing of these can be changed later.
Menu.setApplicationMenu(null);
// Chromium's sandbox refuses root, which is what CI is; a terminal runs as a user of its own, without the switch.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerScheme();
mkdirSync(places.browser, { recursive: true, mode: 0o700 });
app.setPath('userData', places.browser);
app.setPath('crashDumps', join(places.browser, 'no-crash-dumps'));
const debugSwitches = ['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk'];
const refusedSwitch = app.isPackaged && debugSwitches.some((name) => app.commandLine.hasSwitch(name));

if (refusedSwitch || !app.requestSingleInstanceLock()) {
  log.write(refusedSwitch ? 'refused' : 'second-instance', {});
  app.exit(refusedSwitch ? 2 : 0);
} else {
  // Not a top-level await: a packaged program would never get past it.
  void app.whenReady().then(run);
}

function run(): void {
  const loaded = loadConfiguration(places.configuration);
  const configuration = loaded.ok ? loaded.value : configurationSchema.parse({});
  const refused = (what: string): void => {
    log.write('refused', { what });
  };
  const memberSession = session.fromPartition(PARTITION);
  lockDownContents(refused);
  lockDownSession(memberSession, refused);
  // First of all, and once: whatever happens to this run, the next one works.
  const { practice, endedPractice } = takeMarker(places.data, bootId());
  const manifest = manifestOf(join(here, '../renderer'));
  let composed: ComposedTerminal | null = null;
  const terminalOrNull = (): ComposedTerminal | null => composed;
  serveApp(memberSession.protocol, manifest, (digest) => terminalOrNull()?.noticeSound(digest) ?? null);
  // Not before the lock of the single instance: its socket's path must stay short.
  const { driver, slips, documents } = configuration.printing;
  if (driver === 'system' && (slips !== null || documents !== null)) {
    process.env['TMPDIR'] = emptySpoolFolder(process.env['XDG_RUNTIME_DIR'], places.data);
  }
  powerSaveBlocker.start('prevent-display-sleep');

  // The windows first: its process starts while this one puts the terminal together. Its callbacks come later and ask
  // for the terminal then.
  const windows = openWindows({
    configuration,
    preload: join(here, '../preload/preload.cjs'),
    session: memberSession,
    displays: openDisplayMemory(join(places.data, 'displays.json')),
    onFailure: (what) => {
      log.write('page-failed', { what });
    },
    onKeepsFailing: () => {
      log.write('page-keeps-failing');
      terminalOrNull()?.enterOutOfService('screen-keeps-failing');
    },
  });
  const firstPaint = createFirstPaint();
  const terminal = composeTerminal({
    places: practice === null ? places : { ...places, data: practice.data },
    practice,
    endedPractice,
    markPractice: (waiting) => {
      markPractice(places.data, { boot: bootId(), waiting });
    },
    configuration,
    configurationFault: loaded.ok ? null : loaded,
    development,
    packaged: app.isPackaged,
    version: app.getVersion(),
    restart: () => {
      log.write('restart');
      // Whoever supervises a development program starts it; a terminal starts itself.
      if (app.isPackaged) app.relaunch();
      app.quit();
    },
    sqliteBinding: sqliteBinding(),
    queueWorker: new URL('./queue-worker.js', import.meta.url),
    driveReader: new URL('./drive-reader.js', import.meta.url),
    spawnHardware: () =>
      deferredChild(
        () =>
          spawnHardwareProcess(join(here, 'hardware-service.js'), {
            // Real readers are not even opened in practice; the light says across the room that it is practice.
            driver: practice === null ? configuration.devices.driver : 'sim',
            ...(practice !== null && configuration.devices.driver === 'hid' ? { light: 'hid' as const } : {}),
            simulationSocket: development.simulationSocket,
          }),
        firstPaint.happened,
      ),
    printer: openPrinters({
      configuration,
      spool: development.spool,
      manifest,
      systemPrinters: () => windows.printers(),
      refused,
      onFault: (error) => {
        log.write('print-failed', { name: error instanceof Error ? error.name : typeof error });
      },
    }),
    wipeSurface: () => {
      windows.renew();
    },
    ...(windows.memberScreen === null ? {} : { memberScreen: windows.memberScreen }),
    newId: () => uuidv7(),
    log,
    onFault: (error, outcome) => {
      if (outcome === 'fatal') stopAfterBug(error);
      else log.write('bug', { name: 'machine', stack: stackOf(error) });
    },
  });
  composed = terminal;

  const painted = new Set<string>();
  const stopServing = servePages({
    current: terminal.current,
    intent: terminal.intent,
    display: (contents) => ({
      pixelsPerMillimetre: windows.pixelsPerMillimetre(contents),
      profile: configuration.profile,
      sound: configuration.sound,
    }),
    painted: (stepId) => {
      firstPaint.note();
      if (!development.reportReady || painted.has(stepId)) return;
      painted.add(stepId);
      process.stdout.write(`EMPF_READY ${JSON.stringify({ screen: stepId, t: Date.now() })}\n`);
    },
    alive: (contents) => {
      windows.alive(contents);
    },
    surfaceOf: (sender) => windows.surfaceOf(sender),
    refused: (channel, reason) => {
      log.write('refused', { what: channel, reason });
    },
  });

  const announce = readyAnnouncer((line) => process.stdout.write(line));
  for (const surface of windows.surfaces) {
    terminal.subscribe((update) => {
      windows.send(surface, update);
      if (surface !== 'staff') announce(update.view);
    }, surface);
  }
  terminal.start();

  app.on('child-process-gone', (_event, details) => {
    log.write('child-gone', { type: details.type, reason: details.reason });
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  let stopping = false;
  app.on('will-quit', (event) => {
    if (stopping) return;
    stopping = true;
    event.preventDefault();
    log.write('stopping');
    stopServing();
    void terminal.stop().finally(() => {
      app.exit(0);
    });
  });
  log.write('started', { packaged: app.isPackaged, electron: process.versions.electron });
}

/**
 * The binding compiled for the stand-in runtime (docs/adr/0002), beside the package or from the launcher; null on the
 * pinned Electron, which loads the module's own.
 */
function sqliteBinding(): string | null {
  if (!app.isPackaged) return process.env['EMPF_SQLITE_BINDING'] ?? null;
  const packed = join(process.resourcesPath, 'native', 'better_sqlite3.node');
  return existsSync(packed) ? packed : null;
}
