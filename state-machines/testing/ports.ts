import type { SimulatedClock } from 'xstate';
import type {
  EnquiryFault,
  ParkFault,
  PinRefusal,
  StaffChangeRefusal,
  StaffRefusal,
  SubmitFault,
  TakeUpFault,
} from '../../domain/codes.ts';
import { pinFault } from '../../domain/identity/new-pin.ts';
import type { StaffMember } from '../../domain/identity/staff.ts';
import { fail, ok, type Failure, type Result } from '../../domain/result.ts';
import { type Draft, draftExpiry } from '../../domain/parking/draft.ts';
import { RESUME_RANDOM_BYTES, resumeCodeFrom } from '../../domain/parking/resume-code.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import { TICKET_CODE_CHARACTERS, ticketCodeFrom } from '../../domain/tickets/ticket-code.ts';
import { enquiryCodeFrom } from '../../domain/service/enquiry-code.ts';
import type { LookUp, Records } from '../../domain/records/records.ts';
import type { ServiceStatus } from '../../domain/service/status.ts';
import type { Paper, PaperOutput, PrintFault, PrinterStatus } from '../../domain/paper/paper.ts';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import type { Correction, Kept, SubmitRequest } from '../../domain/terminal/ports/queue/submission.ts';
import type { Enquiry, FoundAnswer, RulesQuestion } from '../../domain/terminal/ports/queue/enquiry.ts';
import type { HardwareCommand, HardwareEvent } from '../../domain/terminal/ports/hardware.ts';
import type { MobileCodeTyped, MobileOfVisit } from '../../domain/terminal/ports/queue/proof.ts';
import type { QueuePort, QueueEvent } from '../../domain/terminal/ports/queue/queue.ts';
import type { Parked, ParkRequest, TakeUpRequest } from '../../domain/terminal/ports/queue/parking.ts';
import type { PrinterEvent } from '../../domain/terminal/ports/printer.ts';
import type { SelfTestReport, TerminalPorts } from '../../domain/terminal/ports/ports.ts';
import type { IdentityClaim, LeftAnswer } from '../../domain/wire/enquiry.ts';
import type { StoredRules } from '../../domain/wire/employer-rules.ts';
import type { MobileCodeAnswer, MobileCodeSent } from '../../domain/wire/mobile-code.ts';
import type { SignInBegun, SignInState } from '../../domain/wire/iam-smart.ts';
import { fakeOperations, type FakeOperations } from './operations.ts';
import type { StaffPerson } from '../../domain/terminal/ports/staff.ts';
import { BADGES, EVERYBODY } from './people.ts';
import { ALL_WELL } from './status.ts';

/** The day on which the tests play, at noon in Hong Kong. */
const START_OF_TESTS = Date.parse('2026-11-23T04:00:00.000Z');

/** What the store does with the next submissions. `manual`: the test answers itself. */
type StoreMood = 'keeps' | 'disk-full' | 'rejects' | 'silent';

/** What the platform says to a question. `silent`: nothing ever comes; `rejects`: the way there throws. */
type PlatformSays<Answer> = Result<Answer, Failure<EnquiryFault>> | 'silent' | 'rejects';

/** Ports at the level of domain events: what the terminal asked is written down, what the world says is sent by hand. */
export interface FakePorts extends TerminalPorts {
  readonly operations: FakeOperations;
  readonly commands: HardwareCommand[];
  readonly submitted: SubmitRequest[];
  readonly audited: AuditEntry[];
  readonly wiped: string[];
  readonly enquiries: Enquiry[];
  readonly searches: IdentityClaim[];
  readonly rulesAsked: RulesQuestion[];
  rulesAnswer: PlatformSays<StoredRules>;
  /** What was put aside, by the code of its slip. */
  readonly parked: Map<string, ParkRequest>;
  readonly takenUp: TakeUpRequest[];
  /** What putting aside does; `elsewhere`: the platform has it, too. */
  parking: 'elsewhere' | 'here' | ParkFault | 'silent' | 'rejects';
  /** What taking up says where slip and document belong together; null: it opens. */
  takingUp: TakeUpFault | 'silent' | 'rejects' | null;
  readonly correctionsOpened: ({ readonly reference: string } & IdentityClaim)[];
  store: StoreMood;
  staffList: 'there' | 'silent' | 'rejects';
  /** Whoever is on the staff list now. */
  people: readonly StaffPerson[];
  pinKept: Result<null, Failure<PinRefusal>>;
  staffChanged: Result<null, Failure<StaffChangeRefusal>>;
  readonly staffChanges: {
    readonly what: 'unlock' | 'block';
    readonly staffId: string;
    readonly by: string;
  }[];
  selfTest: SelfTestReport;
  enquiryAnswer: PlatformSays<FoundAnswer>;
  leftAnswer: PlatformSays<LeftAnswer>;
  correction: PlatformSays<Correction>;
  records: PlatformSays<Records>;
  readonly lookUps: ({ readonly what: LookUp } & IdentityClaim)[];
  /** What is said to whoever asks for a code, and then how it stands. */
  code: PlatformSays<SignInBegun>;
  phone: PlatformSays<SignInState>;
  /** What is said to whoever has a code sent, and to the code that is typed; `withMobileCodes` makes the way to it. */
  codeSent: PlatformSays<MobileCodeSent>;
  codeTried: PlatformSays<MobileCodeAnswer>;
  readonly codesAsked: MobileOfVisit[];
  readonly codesTyped: MobileCodeTyped[];
  /** From now on numbers can be confirmed here. */
  withMobileCodes(): void;
  readonly signIns: Parameters<QueuePort['beginSignIn']>[0][];
  /** How often the terminal asked how it stands, and which it ended. */
  asked: number;
  readonly signInsEnded: string[];
  /** What the queue says of itself, changed by `sendStatus`. */
  readonly status: ServiceStatus;
  sendStatus(change: Partial<ServiceStatus>): void;
  /** What the printers were given; what they say to it. */
  readonly printed: Paper[];
  printing: 'takes' | PrintFault | 'silent' | 'rejects';
  /** The last paper given was taken back before its printer had answered. */
  takenBack: boolean;
  sendPrinter(output: PaperOutput, status: PrinterStatus): void;
  sendHardware(event: HardwareEvent): void;
  sendQueue(event: QueueEvent): void;
  /** The id of the read armed last, or null after a disarm. */
  armed(): string | null;
}

export function fakePorts(clock: SimulatedClock): FakePorts {
  const hardwareListeners = new Set<(event: HardwareEvent) => void>();
  const queueListeners = new Set<(event: QueueEvent) => void>();
  const printerListeners = new Set<(event: PrinterEvent) => void>();
  const kept = new Map<string, Kept>();
  let ids = 0;
  let codes = 0;
  let slips = 0;
  let tickets = 0;
  let status = ALL_WELL;
  const now = (): string => new Date(START_OF_TESTS + clock.now()).toISOString();

  const ports: FakePorts = {
    commands: [],
    submitted: [],
    audited: [],
    wiped: [],
    enquiries: [],
    searches: [],
    correctionsOpened: [],
    staffChanges: [],
    pinKept: ok(null),
    staffChanged: ok(null),
    parked: new Map(),
    takenUp: [],
    parking: 'elsewhere',
    printed: [],
    printing: 'takes',
    takenBack: false,
    sendPrinter: (output, status) =>
      printerListeners.forEach((listener) => listener({ type: 'PRINTER', output, status })),
    takingUp: null,
    store: 'keeps',
    staffList: 'there',
    people: EVERYBODY,
    referenceData: () => EMBEDDED_REFERENCE_DATA,
    selfTest: { reasons: [], keptItemsSafe: true },
    enquiryAnswer: fail('not-found'),
    leftAnswer: ok({ items: [], more: false }),
    rulesAnswer: fail('not-found'),
    rulesAsked: [],
    correction: fail('not-correctable'),
    records: fail('not-found'),
    lookUps: [],
    code: ok({ id: 'A'.repeat(22), code: 'https://iam-smart.invalid/simulated?code=x', secondsLeft: 120 }),
    phone: ok({ state: 'waiting', token: null }),
    codeSent: ok({ id: 'B'.repeat(22), secondsLeft: 300, againAfter: 30 }),
    codeTried: ok({ state: 'wrong', triesLeft: 2 }),
    codesAsked: [],
    codesTyped: [],
    withMobileCodes: () => {
      ports.queue.sendMobileCode = (request) => {
        ports.codesAsked.push(request);
        return answerOfPlatform(ports.codeSent);
      };
      ports.queue.tryMobileCode = (typed) => {
        ports.codesTyped.push(typed);
        return answerOfPlatform(ports.codeTried);
      };
    },
    signIns: [],
    asked: 0,
    signInsEnded: [],
    get status() {
      return status;
    },
    sendStatus: (change) => {
      status = { ...status, ...change };
      ports.sendQueue({ type: 'STATUS', status });
    },
    armed: () => {
      const last = ports.commands.filter(({ type }) => type === 'ARM_READ' || type === 'DISARM_READ').at(-1);
      return last?.type === 'ARM_READ' ? last.readId : null;
    },
    sendHardware: (event) => hardwareListeners.forEach((listener) => listener(event)),
    sendQueue: (event) => queueListeners.forEach((listener) => listener(event)),
    hardware: {
      command: (command) => {
        ports.commands.push(command);
      },
      subscribe: (listener) => {
        hardwareListeners.add(listener);
        return () => {
          hardwareListeners.delete(listener);
        };
      },
    },
    queue: {
      submit: (request) => {
        ports.submitted.push(request);
        return answerOfStore(request);
      },
      audit: (entry) => {
        ports.audited.push(entry);
      },
      enquire: (enquiry) => {
        ports.enquiries.push(enquiry);
        return answerOfPlatform(ports.enquiryAnswer);
      },
      listLeft: (claim) => {
        ports.searches.push(claim);
        return answerOfPlatform(ports.leftAnswer);
      },
      employerRules: (question) => {
        ports.rulesAsked.push(question);
        return answerOfPlatform(ports.rulesAnswer);
      },
      openCorrection: (request) => {
        ports.correctionsOpened.push(request);
        return answerOfPlatform(ports.correction);
      },
      lookUp: (request) => {
        ports.lookUps.push(request);
        return answerOfPlatform(ports.records);
      },
      beginSignIn: (request) => {
        ports.signIns.push(request);
        return answerOfPlatform(ports.code);
      },
      signInState: () => {
        ports.asked += 1;
        return answerOfPlatform(ports.phone);
      },
      endSignIn: ({ id }) => {
        ports.signInsEnded.push(id);
      },
      park: (request) => answerOfParking(request),
      takeUp: (request) => answerOfTakingUp(request),
      subscribe: (listener) => {
        queueListeners.add(listener);
        listener({ type: 'STATUS', status });
        return () => {
          queueListeners.delete(listener);
        };
      },
    },
    staff: {
      verify: (badge, pin) => answerOfStaffList(badge, pin),
      changePin: (_staffId, newPin) => {
        const fault = pinFault(newPin);
        return Promise.resolve(fault === null ? ports.pinKept : fail(fault));
      },
      holderOf: (badge) => Promise.resolve(BADGES[badge]?.staff.staffId ?? null),
      people: () => Promise.resolve(ports.people),
      unlock: (staffId, by) => {
        ports.staffChanges.push({ what: 'unlock', staffId, by });
        return Promise.resolve(ports.staffChanged);
      },
      blockBadge: (staffId, by) => {
        ports.staffChanges.push({ what: 'block', staffId, by });
        return Promise.resolve(ports.staffChanged);
      },
    },
    printer: {
      subscribe: (listener) => {
        printerListeners.add(listener);
        return () => {
          printerListeners.delete(listener);
        };
      },
      print: (paper, _output, signal) => {
        ports.printed.push(paper);
        signal.addEventListener('abort', () => {
          ports.takenBack = true;
        });
        return answerOfPrinter();
      },
    },
    operations: fakeOperations(),
    runSelfTest: () => Promise.resolve(ports.selfTest),
    wipeSurface: (sessionId) => {
      ports.wiped.push(sessionId);
    },
    newId: () => {
      ids += 1;
      return `0190d5a8-0000-7000-8000-${String(ids).padStart(12, '0')}`;
    },
    newEnquiryCode: () => {
      codes += 1;
      return enquiryCodeFrom(new Uint8Array(8).fill(codes));
    },
    newTicketCode: () => {
      tickets += 1;
      return ticketCodeFrom(new Uint8Array(TICKET_CODE_CHARACTERS).fill(tickets));
    },
    newResumeCode: () => {
      slips += 1;
      return resumeCodeFrom(new Uint8Array(RESUME_RANDOM_BYTES).fill(slips));
    },
    now,
  };

  function answerOfStore(request: SubmitRequest): Promise<Result<Kept, Failure<SubmitFault>>> {
    switch (ports.store) {
      case 'silent':
        return new Promise(() => undefined);
      case 'rejects':
        return Promise.reject(new Error('the worker is gone'));
      case 'disk-full':
        return Promise.resolve(fail('disk-full'));
      case 'keeps': {
        const reference = `K0127-1-${String(kept.size + 1).padStart(6, '0')}-7`;
        const item = kept.get(request.id) ?? { id: request.id, reference, keptAt: now() };
        kept.set(request.id, item);
        return Promise.resolve(ok(item));
      }
    }
  }

  function answerOfParking(request: ParkRequest): Promise<Result<Parked, Failure<ParkFault>>> {
    if (ports.parking === 'silent') return new Promise(() => undefined);
    if (ports.parking === 'rejects') return Promise.reject(new Error('the worker is gone'));
    if (ports.parking !== 'elsewhere' && ports.parking !== 'here')
      return Promise.resolve(fail(ports.parking));
    ports.parked.set(request.code, structuredClone(request));
    return Promise.resolve(ok({ expiresAt: draftExpiry(now()), elsewhere: ports.parking === 'elsewhere' }));
  }

  function answerOfTakingUp(request: TakeUpRequest): Promise<Result<Draft, Failure<TakeUpFault>>> {
    ports.takenUp.push(request);
    if (ports.takingUp === 'silent') return new Promise(() => undefined);
    if (ports.takingUp === 'rejects') return Promise.reject(new Error('the worker is gone'));
    const parked = ports.parked.get(request.code);
    if (parked === undefined || parked.number !== request.number) return Promise.resolve(fail('not-found'));
    if (ports.takingUp === 'held') {
      const held = { terminalId: 'K0128', since: now(), zh: '深水埗服務站', en: 'Sham Shui Po station' };
      return Promise.resolve(request.copy === true ? ok(parked.draft) : fail('held', held));
    }
    return Promise.resolve(ports.takingUp === null ? ok(parked.draft) : fail(ports.takingUp));
  }

  function answerOfPrinter(): Promise<Result<null, Failure<PrintFault>>> {
    if (ports.printing === 'silent') return new Promise(() => undefined);
    if (ports.printing === 'rejects') return Promise.reject(new Error('no printer'));
    return Promise.resolve(ports.printing === 'takes' ? ok(null) : fail(ports.printing));
  }

  function answerOfPlatform<Answer>(
    says: PlatformSays<Answer>,
  ): Promise<Result<Answer, Failure<EnquiryFault>>> {
    if (says === 'silent') return new Promise(() => undefined);
    return says === 'rejects' ? Promise.reject(new Error('the worker is gone')) : Promise.resolve(says);
  }

  function answerOfStaffList(
    badge: string,
    pin: string,
  ): Promise<Result<StaffMember, Failure<StaffRefusal>>> {
    if (ports.staffList === 'silent') return new Promise(() => undefined);
    if (ports.staffList === 'rejects') return Promise.reject(new Error('the staff list is gone'));
    const known = BADGES[badge];
    if (known === undefined) return Promise.resolve(fail('unknown-badge'));
    return Promise.resolve(known.pin === pin ? ok(known.staff) : fail('wrong-pin'));
  }

  return ports;
}
