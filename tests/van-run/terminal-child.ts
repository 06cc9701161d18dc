import { join } from 'node:path';
import { v7 } from 'uuid';
import { z } from 'zod';
import { composeTerminal } from '../../electron/composition/compose.ts';
import { configurationSchema } from '../../electron/configuration/schema.ts';
import { createLog } from '../../electron/diagnostics/log.ts';
import { bootId, markPractice, takeMarker } from '../../electron/practice/marker.ts';
import type { Intent } from '../../domain/terminal/intent/intent.ts';
import { spawnNodeChild } from '../../hardware/index.ts';

/** What the script gives as its one argument. */
const settingsSchema = z.strictObject({
  configuration: z.string(),
  data: z.string(),
  simulationSocket: z.string(),
  drives: z.string(),
  syncDelays: z.record(z.string(), z.number()),
  sessionDelays: z.record(z.string(), z.number()),
});

const settings = settingsSchema.parse(JSON.parse(process.argv.at(-1) ?? ''));
const say = (message: object): void => {
  process.send?.(message);
};

// As the program does it (electron/main.ts): work, unless the run before asked for practice.
const { practice, endedPractice } = takeMarker(settings.data, bootId());
const terminal = composeTerminal({
  places: {
    configuration: settings.configuration,
    data: practice?.data ?? settings.data,
    browser: join(settings.data, 'browser'),
  },
  configuration: configurationSchema.parse({ profile: 'van', devices: { driver: 'sim' } }),
  configurationFault: null,
  development: {
    sessionDelays: settings.sessionDelays,
    syncDelays: settings.syncDelays,
    simulationSocket: settings.simulationSocket,
    drives: settings.drives,
    spool: null,
    reportReady: false,
  },
  packaged: false,
  version: '0.0.0',
  restart: () => process.exit(0),
  printer: null,
  sqliteBinding: null,
  practice,
  endedPractice,
  markPractice: (waiting) => markPractice(settings.data, { boot: bootId(), waiting }),
  queueWorker: new URL('../../queue/worker/main.ts', import.meta.url),
  driveReader: new URL('../../hardware/drives/main.ts', import.meta.url),
  spawnHardware: () => spawnNodeChild({ driver: 'sim', simulationSocket: settings.simulationSocket }),
  wipeSurface: () => undefined,
  newId: () => v7(),
  log: createLog(process.stderr, () => new Date().toISOString()),
  onFault: (error, outcome) => {
    console.error(`fault (${outcome})`, error);
    process.exit(1);
  },
});

terminal.subscribe((update) => say({ type: 'view', update }));
process.on(
  'message',
  (message: { readonly type: string; readonly call?: number; readonly intent?: Intent }) => {
    if (message.type === 'intent' && message.intent !== undefined) {
      const answer = terminal.intent(message.intent);
      say({ type: 'answer', call: message.call, answer, update: terminal.current() });
    }
    if (message.type === 'stop') {
      void terminal.stop().then(() => process.exit(0));
    }
  },
);
// The script is gone: so is the power.
process.on('disconnect', () => process.exit(0));
terminal.start();
say({ type: 'view', update: terminal.current() });
