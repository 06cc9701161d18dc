import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { LOCALES, type Locale } from '../../domain/locale.ts';
import { digestOfText } from '../../domain/digest.ts';
import { INSTRUCTION_KINDS } from '../../domain/kinds/kinds.ts';
import {
  declarationText,
  instructionDeclarationParagraphs,
  instructionNoticeParagraphs,
  noticeText,
} from '../../domain/messages/index.ts';
import { RESUME_RANDOM_BYTES, resumeCodeFrom } from '../../domain/parking/resume-code.ts';
import { practiceBadge } from '../../domain/practice/people.ts';
import { practiceTerminalId } from '../../domain/practice/practice-terminal.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import type { ReferenceData } from '../../domain/reference-data/schema/reference-data.ts';
import { TICKET_CODE_CHARACTERS, ticketCodeFrom } from '../../domain/tickets/ticket-code.ts';
import type { OutOfServiceReason } from '../../domain/codes.ts';
import type { Failure } from '../../domain/result.ts';
import { enquiryCodeFrom } from '../../domain/service/enquiry-code.ts';
import type { View } from '../../domain/terminal/view/view.ts';
import type { MemberScreenPort, SelfTestReport } from '../../domain/terminal/ports/ports.ts';
import type { PrinterPort } from '../../domain/terminal/ports/printer.ts';
import {
  type ChildLike,
  createPositionReceiver,
  createHeldRoster,
  createRemittanceFiles,
  saveReport,
  superviseHardware,
} from '../../hardware/index.ts';
import { openNoticeSounds, startQueueWorker, type QueueWorker } from '../../queue/index.ts';
import {
  createTerminal,
  createUsabilityObserver,
  type Terminal,
  type TerminalConfig,
  withPractice,
} from '../../state-machines/index.ts';
import type { DevelopmentSettings } from '../configuration/development.ts';
import { type ConfigurationFault, loadEnrolment } from '../configuration/load.ts';
import type { PlayableSound } from '../shell/protocol.ts';
import type { Places } from '../configuration/places.ts';
import { type Configuration, isSimulated } from '../configuration/schema.ts';
import type { Log } from '../diagnostics/log.ts';
import { createUpdates, UPDATE_LOOK } from '../operations/updates.ts';
import { createOperations } from '../operations/operations.ts';
import { openRecordings } from '../speech/recordings.ts';
import { createSpeechPort } from '../speech/speech-port.ts';
import { playerOf, voiceFor } from '../speech/speech-program.ts';
import { withPracticeLight } from '../practice/practice-light.ts';
import { practiceEnrolment } from '../practice/practice-enrolment.ts';
import { createStaffVerifier } from '../staff/verifier.ts';
import { POWER_SUPPLIES, watchBattery } from './battery.ts';
import { createLateQueuePort } from './queue-port.ts';
import { lateTickets } from './ticket-port.ts';
import { lateCases } from './cases-port.ts';
import { lateWorkDay } from './work-day-port.ts';

export interface Composition {
  readonly places: Places;
  readonly configuration: Configuration;
  readonly configurationFault: ConfigurationFault | null;
  readonly development: DevelopmentSettings;
  readonly packaged: boolean;
  /** Of the program. */
  readonly version: string;
  /** Ends the program cleanly and has it started again. */
  readonly restart: () => void;
  readonly sqliteBinding: string | null;
  /** Null: the terminal works. In practice `places.data` is a folder of its own. */
  readonly practice: { readonly waiting: number } | null;
  /** The run before this one was practice. */
  readonly endedPractice: boolean;
  /** Has the next start be practice; throws when the disk does not take it. */
  readonly markPractice: (waiting: number) => void;
  readonly queueWorker: URL;
  readonly driveReader: URL;
  readonly spawnHardware: () => ChildLike;
  /** Null where nothing is printed. */
  readonly printer: PrinterPort | null;
  readonly wipeSurface: (sessionId: string) => void;
  /** Of a station; left out elsewhere. */
  readonly memberScreen?: MemberScreenPort;
  /** UUIDv7. */
  readonly newId: () => string;
  readonly log: Log;
  /** An exception in a machine: `healed` means the visit was wiped, `fatal` that only a new process helps. */
  readonly onFault: (error: unknown, outcome: 'healed' | 'fatal') => void;
}

export type ComposedTerminal = Omit<Terminal, 'stop'> & {
  stop(): Promise<void>;
  /** A recorded notice that can be played now, for the page; null: none of the signed reference data, or damaged. */
  noticeSound(digest: string): PlayableSound | null;
};

function digests(textOf: (locale: Locale) => string): Record<Locale, string> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, digestOfText(textOf(locale))])) as Record<
    Locale,
    string
  >;
}

/** Of every text that a member reads before data are collected and before something is submitted. */
const TEXT_DIGESTS: TerminalConfig['textDigests'] = {
  notice: digests(noticeText),
  declaration: digests(declarationText),
  instructionNotice: digests((locale) => instructionNoticeParagraphs(locale).join('\n')),
  instructionDeclaration: Object.fromEntries(
    INSTRUCTION_KINDS.map((kind) => [
      kind,
      digests((locale) => instructionDeclarationParagraphs(locale, kind).join('\n')),
    ]),
  ) as TerminalConfig['textDigests']['instructionDeclaration'],
};

/** Pages on which nobody is at the machine. */
const AT_REST: ReadonlySet<View['screen']['id']> = new Set([
  ...(['attract', 'not-today', 'out-of-service'] as const),
  ...(['station-signed-out', 'van-signed-out'] as const),
]);

function isAtRest({ sessionId, screen, overlay }: View): boolean {
  return sessionId === null && overlay === null && AT_REST.has(screen.id);
}

/** Monotonic: a wall clock set by a time server must not end practice, nor keep it from ending. */
const PRACTICE_CLOCK = {
  now: () => performance.now(),
  setTimeout: (run: () => void, milliseconds: number) => setTimeout(run, milliseconds),
  clearTimeout: (timer: unknown) => clearTimeout(timer as NodeJS.Timeout),
};

/** The one place where all rooms meet; knows nothing of Electron, so that tests run the whole terminal in plain Node. */
export function composeTerminal(composition: Composition): ComposedTerminal {
  const { places, configuration, development, log, practice } = composition;
  const enrolment = loadEnrolment(places.configuration);
  const liveId = enrolment.ok ? enrolment.value.terminalId : '–';
  const terminalId = practice === null || !enrolment.ok ? liveId : practiceTerminalId(liveId);
  const queue = createLateQueuePort();
  let worker: QueueWorker | null = null;
  let keptItemsSafe = false;
  let practiceToNote = composition.endedPractice && practice === null;
  let referenceData: ReferenceData = EMBEDDED_REFERENCE_DATA;

  const hardware = superviseHardware({ spawn: composition.spawnHardware });

  const drives = {
    drivesUnder: development.drives === null ? configuration.remittance.drivesUnder : [development.drives],
    foldersAreDrives: development.drives !== null,
  };
  // What practice says across the room is said to the machines' port only; the supervisor repeats what it heard.
  const hardwarePort = practice === null ? hardware : withPracticeLight(hardware);

  const updates = createUpdates({
    folder: places.data,
    version: composition.version,
    agreed: configuration.updates,
    atRest: () => isAtRest(terminal.current('staff').view),
    audit: (entry) => queue.audit(entry),
    restart: composition.restart,
    now: () => new Date().toISOString(),
  });
  // Practice is a run of its own, and no time to install anything.
  const updateTimer = practice === null ? setInterval(() => updates.look(), UPDATE_LOOK) : null;

  const operations = createOperations({
    ...{ hardware, log, places, printer: composition.printer, updates },
    version: composition.version,
    desk: () => worker?.operations ?? null,
    audit: (entry) => queue.audit(entry),
    terminalId: enrolment.ok ? terminalId : 'unknown',
    save: (stem, text) => saveReport({ places: drives, stem, text }),
    restart: composition.restart,
    ...(practice === null ? { practise: () => practise() } : {}),
    now: () => new Date().toISOString(),
  });

  const roster = configuration.profile === 'van' ? createHeldRoster() : null;
  const files = createRemittanceFiles({
    ...(roster === null ? {} : { roster }),
    workerUrl: composition.driveReader,
    practice: practice !== null,
    places: {
      ...drives,
      stationFolder: configuration.remittance.folder,
    },
    referenceData: () => referenceData,
    newId: composition.newId,
    now: () => new Date().toISOString(),
  });

  const { positionLine } = configuration.devices;
  const receiver = positionLine === null ? null : createPositionReceiver(positionLine);

  const noticeSounds = openNoticeSounds(join(places.data, 'notices'));

  async function openStore(): Promise<Failure<OutOfServiceReason>[]> {
    if (!enrolment.ok) return [enrolment];
    if (worker !== null) return [];
    const opening = startQueueWorker({
      workerUrl: composition.queueWorker,
      databasePath: join(places.data, 'terminal.db'),
      keyFolder: join(places.data, 'keys'),
      enrolment:
        practice === null ? enrolment.value : await practiceEnrolment(liveId, new Date().toISOString()),
      profile: configuration.profile,
      placeId: configuration.placeId,
      place: configuration.place,
      proxy: practice === null ? configuration.proxy : null,
      sqliteBinding: composition.sqliteBinding,
      delays: development.syncDelays,
      onReferenceData: (data) => {
        referenceData = data;
      },
      onDeath: ({ restarted }) => {
        if (!restarted) loseStore(opening, 'storage-fault');
      },
      onReopened: (reopened) => {
        if (reopened.ok) keptItemsSafe = reopened.value.keptItemsSafe;
        else loseStore(opening, reopened.code);
      },
    });
    const opened = await opening.opened;
    if (!opened.ok) {
      await opening.stop();
      return [opened];
    }
    worker = opening;
    keptItemsSafe = opened.value.keptItemsSafe;
    queue.attach(opening.port);
    if (practice === null) updates.began();
    if (practiceToNote) queue.audit({ event: 'practice.ended', actor: 'system' });
    practiceToNote = false;
    return [];
  }

  /** The queue's thread is gone for good: nobody may begin what could not be kept. The self-test opens another. */
  function loseStore(lost: QueueWorker, reason: OutOfServiceReason): void {
    if (worker !== lost) return;
    worker = null;
    keptItemsSafe = false;
    queue.detach();
    void lost.stop();
    log.write('out-of-service', { code: reason });
    terminal.enterOutOfService(reason);
  }

  async function runSelfTest(): Promise<SelfTestReport> {
    const reasons: Failure<OutOfServiceReason>[] = [];
    if (composition.configurationFault !== null) reasons.push(composition.configurationFault);
    if (composition.packaged && isSimulated(configuration)) {
      reasons.push({ code: 'simulated-devices-in-release' });
    }
    const storeReasons = await openStore();
    const all = [...reasons, ...storeReasons];
    for (const reason of all) log.write('out-of-service', { code: reason.code, ...reason.params });
    return { reasons: all, keptItemsSafe };
  }

  function practise(): void {
    composition.markPractice(terminal.current().view.chrome.connection.pending);
    composition.restart();
  }

  const working = createTerminal({
    ports: {
      hardware: hardwarePort,
      queue,
      files,
      ...(composition.printer === null ? {} : { printer: composition.printer }),
      operations,
      speech: createSpeechPort({
        recordings: openRecordings(join(places.configuration, 'recordings'), () => {
          log.write('refused', { what: 'recordings' });
        }),
        voiceOf: ({ locale }) => voiceFor(configuration.speech, locale),
        player: playerOf(configuration.speech),
      }),
      noticeSounds,
      staff: createStaffVerifier(() => worker?.staff ?? null),
      runSelfTest,
      wipeSurface: composition.wipeSurface,
      referenceData: () => referenceData,
      ...(configuration.profile === 'van'
        ? {
            van: {
              battery: watchBattery(POWER_SUPPLIES),
              ...(receiver === null ? {} : { position: () => receiver.position() }),
            },
          }
        : {}),
      ...(roster === null ? {} : { roster }),
      ...(composition.memberScreen === undefined ? {} : { memberScreen: composition.memberScreen }),
      ...(configuration.profile === 'kiosk' ? {} : { workDay: lateWorkDay(() => worker?.workDay ?? null) }),
      ...(configuration.placeId === null ? {} : { tickets: lateTickets(() => worker?.tickets ?? null) }),
      ...(configuration.profile === 'station' ? { cases: lateCases(() => worker?.cases ?? null) } : {}),
      newId: composition.newId,
      newTicketCode: () => ticketCodeFrom(randomBytes(TICKET_CODE_CHARACTERS)),
      newEnquiryCode: () => enquiryCodeFrom(randomBytes(8)),
      newResumeCode: () => resumeCodeFrom(randomBytes(RESUME_RANDOM_BYTES), practice !== null),
      now: () => new Date().toISOString(),
    },
    config: {
      terminalId,
      place: configuration.place,
      district: configuration.district,
      supervised: configuration.supervised,
      serviceCentre: configuration.serviceCentre,
      defaultLocale: configuration.defaultLocale,
      profile: configuration.profile,
      counter: configuration.counter,
      defaultContrast: configuration.defaultContrast,
      textDigests: TEXT_DIGESTS,
    },
    delays: development.sessionDelays,
    onFault: composition.onFault,
  });

  const terminal: Terminal =
    practice === null
      ? working
      : withPractice(working, {
          port: {
            card: (person) => {
              hardware.simulate({ device: 'id-reader', action: 'remove' });
              if (person !== null) {
                hardware.simulate({ device: 'id-reader', action: 'insert', document: person });
              }
            },
            badge: (role) =>
              hardware.simulate({ device: 'badge', action: 'scan', text: practiceBadge(role) }),
            end: composition.restart,
          },
          waiting: practice.waiting,
          delays: development.sessionDelays,
          clock: PRACTICE_CLOCK,
          now: () => new Date().toISOString(),
        });

  const usability = createUsabilityObserver({
    place: { mode: practice === null ? 'live' : 'practice', profile: configuration.profile },
    uptime: () => performance.now(),
    note: (tallies) => worker?.noteUsability(tallies),
  });
  // At a station the member's side: how it went for them.
  terminal.subscribe(({ view }) => {
    usability.saw(view);
  }, 'member');

  return {
    ...terminal,
    noticeSound: (digest) => {
      const sounds = (referenceData.notices ?? []).flatMap(({ sound }) => (sound === null ? [] : [sound]));
      const named = sounds.find((sound) => sound.digest === digest);
      const bytes = named === undefined ? null : noticeSounds.bytes(digest);
      return named === undefined || bytes === null ? null : { type: named.type, bytes };
    },
    stop: async () => {
      if (updateTimer !== null) clearInterval(updateTimer);
      terminal.stop();
      files.forget();
      roster?.forget();
      receiver?.stop();
      await hardware.stop();
      await worker?.stop();
    },
  };
}
