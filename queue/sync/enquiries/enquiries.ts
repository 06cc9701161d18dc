import type { EnquiryFault } from '../../../domain/codes.ts';
import { SUBMISSION_KINDS } from '../../../domain/kinds/kinds.ts';
import { formatReference, parseReference } from '../../../domain/reference.ts';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import { parseEnquiryCode } from '../../../domain/service/enquiry-code.ts';
import type { Correction } from '../../../domain/terminal/ports/queue/submission.ts';
import type { Enquiry, FoundAnswer } from '../../../domain/terminal/ports/queue/enquiry.ts';
import type { QueuePort } from '../../../domain/terminal/ports/queue/queue.ts';
import type { TicketPort } from '../../../domain/terminal/ports/tickets.ts';
import {
  enquiryRequestSchema,
  enquiryResponseSchema,
  type IdentityClaim,
  type LeftAnswer,
  leftResponseSchema,
} from '../../../domain/wire/enquiry.ts';
import type { SlipBook } from '../../slips/slip-book.ts';
import type { Queue } from '../../store/queue.ts';
import type { SubmissionState } from '../../store/submission-states.ts';
import { isTrouble, type Verdict } from '../exchange/classify.ts';
import { createCorrections } from './corrections.ts';
import { createEmployerRules } from './employer-rules.ts';
import type { Gate } from '../pacing/gate.ts';
import type { Call, GatewayClient } from '../exchange/gateway-client.ts';
import { createIdentityProver, type QuestionSealer } from './identity-proof.ts';
import { createLookUps } from './look-ups.ts';
import { createMobileCodes } from './mobile-codes.ts';
import { createSignIns } from './sign-ins.ts';
import { createTickets } from './tickets.ts';
import type { Link } from '../pacing/link.ts';

/** What members ask of the platform while they stand at the terminal. Asked once; whoever asked may ask again. */
export type Enquiries = Pick<
  QueuePort,
  | 'enquire'
  | 'listLeft'
  | 'employerRules'
  | 'openCorrection'
  | 'lookUp'
  | 'beginSignIn'
  | 'signInState'
  | 'endSignIn'
> &
  Required<Pick<QueuePort, 'sendMobileCode' | 'tryMobileCode'>> & { readonly tickets: TicketPort };

export interface EnquiriesOptions {
  readonly queue: Pick<Queue, 'audit' | 'get'>;
  readonly gateway: GatewayClient;
  readonly gate: Gate;
  readonly link: Link;
  readonly sealQuestion: QuestionSealer;
  /** Which place of the reference data this is; null: one without counters. */
  readonly place: string | null;
  readonly slips: Pick<SlipBook, 'find' | 'forget'>;
  /** The connection turned out to be broken: somebody should look. */
  readonly onTrouble: () => void;
}

export function createEnquiries(options: EnquiriesOptions): Enquiries {
  const { queue, gateway, gate, link, sealQuestion, slips } = options;
  const prove = createIdentityProver(sealQuestion);
  const corrections = createCorrections({ queue, prove, ask });
  const rulesOf = createEmployerRules({ prove, ask });
  const lookUp = createLookUps({ prove, ask });

  async function ask<T>(call: Call<T>): Promise<Result<T, Failure<EnquiryFault>>> {
    if (!link.online) return fail('offline');
    if (!gate.mayCall()) return fail('unavailable');
    const { verdict, wait } = await gateway.call(call);
    if (verdict.kind === 'answered') {
      link.up();
      return ok(verdict.body);
    }
    const fault = faultOf(verdict);
    // Refusing this question is an answer; anything else is also news about the way to the platform.
    if (isTrouble(verdict) && (fault === 'offline' || fault === 'unavailable')) {
      gate.troubled(verdict, wait);
      options.onTrouble();
    }
    return fail(fault);
  }

  async function enquire(enquiry: Enquiry): Promise<Result<FoundAnswer, Failure<EnquiryFault>>> {
    if (enquiry.by === 'code') {
      const here = keptHere(enquiry);
      if (here !== null) return here;
    }
    if (!link.online) return fail(enquiry.by === 'code' ? 'not-here' : 'offline');
    const proof = await proofOf(enquiry);
    if (!proof.ok) return proof;
    const request = enquiryRequestSchema.safeParse({ reference: enquiry.reference, proof: proof.value });
    // What cannot be anybody's is not asked: unknown and wrong look alike.
    if (!request.success) return fail('not-found');
    return ask({
      method: 'POST',
      path: '/v1/enquiries',
      body: JSON.stringify(request.data),
      schema: enquiryResponseSchema,
    });
  }

  /** What is kept on this machine and not received yet, or why it is not looked for; null: the platform may know. */
  function keptHere(
    enquiry: Extract<Enquiry, { by: 'code' }>,
  ): Result<FoundAnswer, Failure<EnquiryFault>> | null {
    const reference = parseReference(enquiry.reference);
    const code = parseEnquiryCode(enquiry.code);
    if (!reference.ok || code === null) return null;
    const found = slips.find(formatReference(reference.value), code, !link.online);
    if (!found.ok) return found;
    const stored = found.value === null ? null : queue.get(found.value);
    const item = stored?.ok === true ? stored.value : null;
    if (item === null) return null;
    if (!NOT_RECEIVED.includes(item.state)) {
      slips.forget(item.id);
      return null;
    }
    const kind = SUBMISSION_KINDS.find((known) => known === item.kind) ?? null;
    return ok({ id: item.id, kind, status: 'kept', code: null, receivedAt: item.keptAt });
  }

  async function listLeft(claim: IdentityClaim): Promise<Result<LeftAnswer, Failure<EnquiryFault>>> {
    if (!link.online) return fail('offline');
    const proof = await prove(claim);
    if (!proof.ok) return proof;
    return ask({
      method: 'POST',
      path: '/v1/enquiries/by-document',
      body: JSON.stringify({ claim: proof.value }),
      schema: leftResponseSchema,
    });
  }

  async function proofOf(enquiry: Enquiry) {
    if (enquiry.by === 'code') return ok({ by: 'code', code: parseEnquiryCode(enquiry.code) } as const);
    const claim = await prove(enquiry);
    return claim.ok ? ok({ by: 'document', claim: claim.value } as const) : claim;
  }

  function audit(
    event: 'enquiry.made' | 'correction.opened' | 'look-up.made',
    detail: Record<string, string>,
  ): void {
    queue.audit.append({ event, actor: 'member', detail });
  }

  return {
    listLeft,
    employerRules: (question) => (link.online ? rulesOf(question) : Promise.resolve(fail('offline'))),
    ...createSignIns({ prove, ask }),
    ...createMobileCodes({ sealQuestion, ask }),
    tickets: createTickets({ ask, place: options.place }),
    async enquire(enquiry) {
      const answer = await enquire(enquiry);
      if (enquiry.by === 'code' && enquiry.forReceipt === true) return answer;
      audit('enquiry.made', { by: enquiry.by, result: answer.ok ? answer.value.status : answer.code });
      return answer;
    },
    async lookUp(request) {
      const answer = link.online ? await lookUp(request) : fail('offline');
      audit('look-up.made', { what: request.what, result: answer.ok ? 'shown' : answer.code });
      return answer;
    },
    async openCorrection(request: { readonly reference: string } & IdentityClaim) {
      const opened: Result<Correction, Failure<EnquiryFault>> = link.online
        ? await corrections.open(request)
        : fail('offline');
      audit(
        'correction.opened',
        opened.ok ? { id: opened.value.id, result: 'opened' } : { result: opened.code },
      );
      return opened;
    },
  };
}

/** On this machine only, as far as it knows. */
const NOT_RECEIVED: readonly SubmissionState[] = ['kept', 'sending', 'parked'];

const ANSWERS = new Set<string>([
  'too-many-tries',
  'not-found',
  'not-correctable',
  'assurance-too-low',
] satisfies EnquiryFault[]);

function isAnswer(code: string): code is EnquiryFault {
  return ANSWERS.has(code);
}

/** The code of a typed problem decides, whatever its status. */
function faultOf(verdict: Exclude<Verdict<unknown>, { kind: 'answered' }>): EnquiryFault {
  if ('code' in verdict && verdict.code !== null && isAnswer(verdict.code)) return verdict.code;
  return verdict.kind === 'no-network' || verdict.kind === 'not-the-platform' ? 'offline' : 'unavailable';
}
