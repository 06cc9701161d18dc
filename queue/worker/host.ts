import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type {
  EnquiryFault,
  OutOfServiceReason,
  ParkFault,
  SubmitFault,
  TakeUpFault,
} from '../../domain/codes.ts';
import { type Failure, fail, type Result } from '../../domain/result.ts';
import type { Records } from '../../domain/records/records.ts';
import type { Draft } from '../../domain/parking/draft.ts';
import type {
  Correction,
  Kept,
  SubmitFile,
  SubmitRequest,
} from '../../domain/terminal/ports/queue/submission.ts';
import type { FoundAnswer } from '../../domain/terminal/ports/queue/enquiry.ts';
import type { Parked } from '../../domain/terminal/ports/queue/parking.ts';
import { usabilityNoteSchema } from '../../domain/usability/cell.ts';
import { identityClaimSchema, type LeftAnswer } from '../../domain/wire/enquiry.ts';
import type { StoredRules } from '../../domain/wire/employer-rules.ts';
import type { MobileCodeAnswer, MobileCodeSent } from '../../domain/wire/mobile-code.ts';
import type { SignInBegun, SignInState } from '../../domain/wire/iam-smart.ts';
import {
  correctionCallSchema,
  enquiryCallSchema,
  lookUpCallSchema,
  parkCallSchema,
  rulesCallSchema,
  mobileCodeTypedSchema,
  mobileOfVisitSchema,
  signInCallSchema,
  signInOfVisitSchema,
  takeUpCallSchema,
} from './calls.ts';
import { askCaseDesk, type CaseAnswer, caseAnswerSchema, type CaseCall } from './case-calls.ts';
import { copied, type FromWorker, toWorkerSchema, workerDataSchema } from './messages.ts';
import { askOperations } from './operations-calls.ts';
import { askDesk, type StaffAnswer, type StaffCall, staffAnswerSchema } from './staff-calls.ts';
import { openRunning, type Running } from './open.ts';
import {
  askTickets,
  type TicketCall,
  type TicketCallAnswer,
  ticketCallAnswerSchema,
} from './ticket-calls.ts';
import { askWorkDesk, type WorkAnswer, workAnswerSchema, type WorkCall } from './work-calls.ts';

type Opened = Promise<Result<Running, Failure<OutOfServiceReason>>>;

/**
 * Body of the queue's worker thread: one database, one key store, one submitter, one sync agent. Commits to slow flash
 * and verifying signatures happen here, so that a long drain never stalls a tap.
 *
 * @param port default the thread's `parentPort`
 * @param data default the thread's `workerData`
 * @throws when either is not what it should be; the thread then ends and its client says so
 */
export function runQueueWorker(port: MessagePort | null = parentPort, data: unknown = workerData): void {
  if (port === null) throw new Error('runQueueWorker runs in a worker thread');
  const say = (message: FromWorker): void => port.postMessage(message);
  const opened: Opened = openRunning(workerDataSchema.parse(data), {
    event: (event) => say({ type: 'event', event }),
    referenceData: (data) => say({ type: 'referenceData', data }),
    // The thread ends, its client starts another, and that one's opening salvages.
    damaged: () => void end(),
  });

  async function end(lastWord: FromWorker | null = null): Promise<void> {
    const running = await opened;
    if (running.ok) await running.value.stop();
    if (lastWord !== null) say(lastWord);
    port?.close();
  }

  port.on('message', (message: unknown) => {
    const order = toWorkerSchema.parse(message);
    switch (order.type) {
      case 'submit': {
        const { type, call, request, files } = order;
        // The cast is the port's own type; the submitter parses the payload.
        void submit(opened, request as SubmitRequest, files).then((result) => {
          say({ type, call, result: copied(result) });
        });
        return;
      }
      case 'enquire': {
        const { type, call, request } = order;
        void enquire(opened, request).then((result) => say({ type, call, result: copied(result) }));
        return;
      }
      case 'listLeft': {
        const { type, call, request } = order;
        void listLeft(opened, request).then((result) => say({ type, call, result: copied(result) }));
        return;
      }
      case 'employerRules': {
        const { type, call, request } = order;
        void employerRules(opened, request).then((result) => say({ type, call, result: copied(result) }));
        return;
      }
      case 'openCorrection': {
        const { type, call, request } = order;
        void openCorrection(opened, request).then((result) => say({ type, call, result: copied(result) }));
        return;
      }
      case 'lookUp': {
        const { type, call, request } = order;
        void lookUp(opened, request).then((result) => say({ type, call, result: copied(result) }));
        return;
      }
      case 'staff': {
        const { type, call, request } = order;
        void staff(opened, request).then((result) => say({ type, call, result }));
        return;
      }
      case 'work': {
        const { type, call, request } = order;
        void work(opened, request).then((result) => say({ type, call, result }));
        return;
      }
      case 'tickets': {
        const { type, call, request } = order;
        void tickets(opened, request).then((result) => say({ type, call, result }));
        return;
      }
      case 'cases': {
        const { type, call, request } = order;
        void cases(opened, request).then((result) => say({ type, call, result }));
        return;
      }
      case 'park': {
        const { type, call, request } = order;
        void park(opened, request).then((result) => say({ type, call, result: copied(result) }));
        return;
      }
      case 'takeUp': {
        const { type, call, request } = order;
        void takeUp(opened, request).then((result) => say({ type, call, result: copied(result) }));
        return;
      }
      case 'beginSignIn': {
        const { type, call, request } = order;
        void beginSignIn(opened, request).then((result) => say({ type, call, result: copied(result) }));
        return;
      }
      case 'signInState': {
        const { type, call, request } = order;
        void signInState(opened, request).then((result) => say({ type, call, result: copied(result) }));
        return;
      }
      case 'sendMobileCode': {
        const { type, call, request } = order;
        void sendMobileCode(opened, request).then((result) => say({ type, call, result: copied(result) }));
        return;
      }
      case 'tryMobileCode': {
        const { type, call, request } = order;
        void tryMobileCode(opened, request).then((result) => say({ type, call, result: copied(result) }));
        return;
      }
      case 'endSignIn': {
        const signIn = signInOfVisitSchema.safeParse(order.signIn);
        void opened.then((running) => {
          if (running.ok && signIn.success) running.value.agent.endSignIn(signIn.data);
        });
        return;
      }
      case 'operations': {
        const { type, call, request } = order;
        void opened
          .then((running) => (running.ok ? askOperations(running.value.operations, request) : null))
          .then((result) => say({ type, call, result: structuredClone(result) }));
        return;
      }
      case 'usability': {
        const tallies = usabilityNoteSchema.safeParse(order.tallies);
        void opened.then((running) => {
          // A disk that does not take figures has its own way to the screens; they are worth no other.
          if (running.ok && tallies.success) running.value.queue.usability.add(tallies.data);
        });
        return;
      }
      case 'audit':
        void opened.then((running) => {
          if (running.ok) running.value.record(order.entry);
        });
        return;
      case 'stop':
        void end({ type: 'stopped' });
    }
  });

  void opened.then((running) => {
    if (!running.ok) {
      say({ type: 'opened', result: copied(running) });
      return;
    }
    const { queue, salvage } = running.value;
    // A database that opened has passed its integrity check: what was kept before is there, unless some could not be
    // read out of a damaged one.
    const keptItemsSafe = salvage === null || salvage.missing === 0;
    say({
      type: 'opened',
      result: { ok: true, value: { recovered: queue.recovered, keptItemsSafe, salvage } },
    });
    running.value.start();
  });
}

async function submit(
  opened: Opened,
  request: SubmitRequest,
  files: readonly SubmitFile[],
): Promise<Result<Kept, Failure<SubmitFault>>> {
  const running = await opened;
  if (!running.ok) return fail('unavailable');
  const { takenUp, ...submission } = request;
  // The platform would refuse it later, when nobody stands here any more; a network that does not answer decides nothing.
  if (takenUp !== undefined && !isKept(running.value, submission.id)) {
    if (await running.value.parking.isSubmittedElsewhere(takenUp)) return fail('submitted-elsewhere');
  }
  running.value.naming(submission.id);
  const kept = await running.value.submitter.submit(submission, files);
  // Cut off here it stays as it is: taken up once more it is the same submission, which the platform takes once.
  if (kept.ok && takenUp !== undefined) running.value.parking.over(takenUp);
  return kept;
}

/** Asked again after an answer that was lost: then it was this very terminal that submitted it. */
function isKept({ queue }: Running, id: string): boolean {
  const kept = queue.get(id);
  return kept.ok && kept.value !== null;
}

async function park(opened: Opened, request: unknown): Promise<Result<Parked, Failure<ParkFault>>> {
  const running = await opened;
  const parsed = parkCallSchema.safeParse(request);
  return running.ok && parsed.success ? running.value.parking.park(parsed.data) : fail('unavailable');
}

async function takeUp(opened: Opened, request: unknown): Promise<Result<Draft, Failure<TakeUpFault>>> {
  const running = await opened;
  if (!running.ok) return fail('unavailable');
  const parsed = takeUpCallSchema.safeParse(request);
  return parsed.success ? running.value.parking.takeUp(parsed.data) : fail('not-found');
}

async function enquire(
  opened: Opened,
  request: unknown,
): Promise<Result<FoundAnswer, Failure<EnquiryFault>>> {
  const running = await opened;
  if (!running.ok) return fail('unavailable');
  const parsed = enquiryCallSchema.safeParse(request);
  // What cannot be a code or a document finds nothing, as at the platform.
  return parsed.success ? running.value.agent.enquire(parsed.data) : fail('not-found');
}

async function listLeft(
  opened: Opened,
  request: unknown,
): Promise<Result<LeftAnswer, Failure<EnquiryFault>>> {
  const running = await opened;
  if (!running.ok) return fail('unavailable');
  const parsed = identityClaimSchema.safeParse(request);
  return parsed.success ? running.value.agent.listLeft(parsed.data) : fail('not-found');
}

async function employerRules(
  opened: Opened,
  request: unknown,
): Promise<Result<StoredRules, Failure<EnquiryFault>>> {
  const running = await opened;
  if (!running.ok) return fail('unavailable');
  const parsed = rulesCallSchema.safeParse(request);
  return parsed.success ? running.value.agent.employerRules(parsed.data) : fail('not-found');
}

async function openCorrection(
  opened: Opened,
  request: unknown,
): Promise<Result<Correction, Failure<EnquiryFault>>> {
  const running = await opened;
  if (!running.ok) return fail('unavailable');
  const parsed = correctionCallSchema.safeParse(request);
  return parsed.success ? running.value.agent.openCorrection(parsed.data) : fail('not-found');
}

async function lookUp(opened: Opened, request: unknown): Promise<Result<Records, Failure<EnquiryFault>>> {
  const running = await opened;
  if (!running.ok) return fail('unavailable');
  const parsed = lookUpCallSchema.safeParse(request);
  return parsed.success ? running.value.agent.lookUp(parsed.data) : fail('not-found');
}

async function staff(opened: Opened, call: StaffCall): Promise<StaffAnswer> {
  const running = await opened;
  const answer = running.ok ? await askDesk(running.value.staff, call) : fail('list-not-available');
  return staffAnswerSchema.parse(copied(answer));
}

async function work(opened: Opened, call: WorkCall): Promise<WorkAnswer> {
  const running = await opened;
  const answer = running.ok ? await askWorkDesk(running.value.work, call) : fail('unavailable');
  return workAnswerSchema.parse(copied(answer));
}

async function tickets(opened: Opened, call: TicketCall): Promise<TicketCallAnswer> {
  const running = await opened;
  const answer = running.ok ? await askTickets(running.value.agent.tickets, call) : fail('unavailable');
  return ticketCallAnswerSchema.parse(copied(answer));
}

async function cases(opened: Opened, call: CaseCall): Promise<CaseAnswer> {
  const running = await opened;
  const desk = running.ok ? running.value.cases : null;
  const answer = desk === null ? fail('unavailable') : await askCaseDesk(desk, call);
  return caseAnswerSchema.parse(copied(answer));
}

async function beginSignIn(
  opened: Opened,
  request: unknown,
): Promise<Result<SignInBegun, Failure<EnquiryFault>>> {
  const running = await opened;
  if (!running.ok) return fail('unavailable');
  const parsed = signInCallSchema.safeParse(request);
  return parsed.success ? running.value.agent.beginSignIn(parsed.data) : fail('unavailable');
}

async function signInState(
  opened: Opened,
  request: unknown,
): Promise<Result<SignInState, Failure<EnquiryFault>>> {
  const running = await opened;
  if (!running.ok) return fail('unavailable');
  const parsed = signInOfVisitSchema.safeParse(request);
  return parsed.success ? running.value.agent.signInState(parsed.data) : fail('unavailable');
}

async function sendMobileCode(
  opened: Opened,
  request: unknown,
): Promise<Result<MobileCodeSent, Failure<EnquiryFault>>> {
  const running = await opened;
  if (!running.ok) return fail('unavailable');
  const parsed = mobileOfVisitSchema.safeParse(request);
  return parsed.success ? running.value.agent.sendMobileCode(parsed.data) : fail('unavailable');
}

async function tryMobileCode(
  opened: Opened,
  request: unknown,
): Promise<Result<MobileCodeAnswer, Failure<EnquiryFault>>> {
  const running = await opened;
  if (!running.ok) return fail('unavailable');
  const parsed = mobileCodeTypedSchema.safeParse(request);
  return parsed.success ? running.value.agent.tryMobileCode(parsed.data) : fail('unavailable');
}
