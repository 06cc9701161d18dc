import { join } from 'node:path';
import { LOCALES, type Locale } from '../../domain/locale.ts';
import { digestOfText } from '../../domain/digest.ts';
import { declarationText, noticeText } from '../../domain/messages/index.ts';
import type { OutOfServiceReason } from '../../domain/codes.ts';
import type { Failure } from '../../domain/result.ts';
import type { SelfTestReport, StaffPort } from '../../domain/terminal/ports.ts';
import type { KeyDocument } from '../../domain/wire/contract.ts';
import { verifyKeyDocument } from '../../domain/wire/signing.ts';
import { type ChildLike, superviseHardware } from '../../hardware/index.ts';
import { startQueueWorker, type QueueWorker } from '../../queue/index.ts';
import { createTerminal, type Terminal } from '../../state-machines/index.ts';
import type { DevelopmentSettings } from '../configuration/development.ts';
import { type ConfigurationFault, loadEnrolment } from '../configuration/load.ts';
import type { Places } from '../configuration/places.ts';
import type { Configuration } from '../configuration/schema.ts';
import type { Log } from '../diagnostics/log.ts';
import { createStaffVerifier } from '../staff/verifier.ts';
import { createLateQueuePort } from './queue-port.ts';

export interface Composition {
  readonly places: Places;
  readonly configuration: Configuration;
  readonly configurationFault: ConfigurationFault | null;
  readonly development: DevelopmentSettings;
  readonly packaged: boolean;
  readonly sqliteBinding: string | null;
  readonly queueWorker: URL;
  readonly spawnHardware: () => ChildLike;
  readonly wipeSurface: (sessionId: string) => void;
  /** UUIDv7. */
  readonly newId: () => string;
  readonly log: Log;
  /** An exception in a machine: `healed` means the visit was wiped, `fatal` that only a new process helps. */
  readonly onFault: (error: unknown, outcome: 'healed' | 'fatal') => void;
}

export type ComposedTerminal = Omit<Terminal, 'stop'> & { stop(): Promise<void> };

function digests(textOf: (locale: Locale) => string): Record<Locale, string> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, digestOfText(textOf(locale))])) as Record<
    Locale,
    string
  >;
}

/** The one place where all rooms meet; knows nothing of Electron, so that tests run the whole terminal in plain Node. */
export function composeTerminal(composition: Composition): ComposedTerminal {
  const { places, configuration, development, log } = composition;
  const enrolment = loadEnrolment(places.configuration);
  const queue = createLateQueuePort();
  let worker: QueueWorker | null = null;
  let keyDocument: KeyDocument | null = null;
  let staff: StaffPort | null = null;

  const hardware = superviseHardware({ spawn: composition.spawnHardware });

  async function openStore(): Promise<Failure<OutOfServiceReason>[]> {
    if (!enrolment.ok) return [enrolment];
    const verified = await verifyKeyDocument(enrolment.value.keyDocument, enrolment.value.rootKey);
    if (!verified.ok)
      return [{ code: 'configuration', params: { file: 'enrolment.json', field: 'keyDocument' } }];
    keyDocument = verified.value;
    staff = createStaffVerifier({
      staffList: enrolment.value.staffList,
      keyDocument: () => keyDocument,
      monotonicNow: () => performance.now(),
    });
    if (worker !== null) return [];
    const opening = startQueueWorker({
      workerUrl: composition.queueWorker,
      databasePath: join(places.data, 'terminal.db'),
      keyFolder: join(places.data, 'keys'),
      enrolment: enrolment.value,
      sqliteBinding: composition.sqliteBinding,
      delays: development.syncDelays,
    });
    const opened = await opening.opened;
    if (!opened.ok) {
      await opening.stop();
      return [opened];
    }
    worker = opening;
    queue.attach(opening.port);
    return [];
  }

  async function runSelfTest(): Promise<SelfTestReport> {
    const reasons: Failure<OutOfServiceReason>[] = [];
    if (composition.configurationFault !== null) reasons.push(composition.configurationFault);
    if (composition.packaged && configuration.devices.driver === 'sim') {
      reasons.push({ code: 'simulated-devices-in-release' });
    }
    const storeReasons = await openStore();
    const all = [...reasons, ...storeReasons];
    for (const reason of all) log.write('out-of-service', { code: reason.code, ...reason.params });
    return { reasons: all, keptItemsSafe: worker !== null };
  }

  const terminal = createTerminal({
    ports: {
      hardware,
      queue,
      staff: {
        verify: (badge, pin) =>
          staff?.verify(badge, pin) ?? Promise.resolve({ ok: false, code: 'list-not-available' }),
      },
      runSelfTest,
      wipeSurface: composition.wipeSurface,
      newId: composition.newId,
      now: () => new Date().toISOString(),
    },
    config: {
      terminalId: enrolment.ok ? enrolment.value.terminalId : '–',
      place: configuration.place,
      defaultLocale: configuration.defaultLocale,
      textDigests: { notice: digests(noticeText), declaration: digests(declarationText) },
    },
    delays: development.sessionDelays,
    onFault: composition.onFault,
  });

  return {
    ...terminal,
    stop: async () => {
      terminal.stop();
      await hardware.stop();
      await worker?.stop();
    },
  };
}
