import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import { formatReference, parseReference } from '../../domain/reference.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { SubmissionKind } from '../../domain/kinds/kinds.ts';
import { enquiryCodeFrom } from '../../domain/service/enquiry-code.ts';
import type { Bill } from '../../domain/wire/bill.ts';
import type { ProblemCode } from '../../domain/wire/contract.ts';
import {
  type CorrectionRequest,
  type correctionResponseSchema,
  type EnquiryAnswer,
  type EnquiryRequest,
  type IdentityProof,
  type LeftAnswer,
  MOST_LEFT,
} from '../../domain/wire/enquiry.ts';
import { seal } from '../../domain/wire/sealed/sealing.ts';
import { personKeyOf } from '../accept/person-key.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { Store } from '../store/store.ts';
import type { StoredSubmission } from '../store/submission-store.ts';
import { type Claimed, openClaim } from './claim.ts';
import { createLookUp, type LookedUp } from './look-up.ts';
import { takeDocumentLookUp, triesOf } from './tries.ts';

type CorrectionAnswer = z.infer<typeof correctionResponseSchema>;

/** What became of a submission, and its content when it is to be corrected, to who may know. */
export interface Enquiries {
  /** Whoever asks through this terminal; `proof.claim.terminalId` must already be known to be it. */
  enquire(terminalId: string, request: EnquiryRequest): Promise<Result<EnquiryAnswer, Failure<ProblemCode>>>;
  /** Everything that who has this document left; `claim.terminalId` must already be known to be the terminal. */
  listLeft(terminalId: string, claim: IdentityProof): Promise<Result<LeftAnswer, Failure<ProblemCode>>>;
  correct(
    terminalId: string,
    request: CorrectionRequest,
  ): Promise<Result<CorrectionAnswer, Failure<ProblemCode>>>;
}

export function createEnquiries(parts: {
  readonly store: Store;
  readonly keys: KeyRing;
  readonly now: () => Date;
}): Enquiries {
  const { store, keys, now } = parts;
  const lookUp = createLookUp(store, keys, now);

  /** One try: looked up, compared, and the try given back when it was a good one. */
  async function tried<T>(
    terminalId: string,
    typed: string,
    answer: (found: (proves: Proves) => Promise<LookedUp | null>) => Promise<Result<T, Failure<ProblemCode>>>,
  ): Promise<Result<T, Failure<ProblemCode>>> {
    const parsed = parseReference(typed);
    const reference = parsed.ok ? formatReference(parsed.value) : null;
    const tries = triesOf(store, terminalId, reference, now);
    const allowed = await tries.take();
    if (!allowed.ok) return allowed;
    await store.processDue(now().toISOString());
    let opened: LookedUp | null = null;
    try {
      return await answer(async (proves) => {
        opened = await lookUp(reference);
        const good = proves(opened);
        if (good) await tries.giveBack();
        return good ? opened : null;
      });
    } finally {
      (opened as LookedUp | null)?.plaintext.fill(0);
    }
  }

  /** Each company by its place and the end of its number, which is in the opened payload only. */
  async function withCompanies({ submission, understood }: LookedUp): Promise<EnquiryAnswer> {
    const left = understood.companies ?? [];
    const answer = answerOf(submission, await store.billOf(submission));
    if (left.length === 0) return answer;
    const { terminalId, id } = submission.envelope;
    const judged = await store.companiesOf(terminalId, id);
    const companies = judged.map((one) => ({
      ...one,
      ending: left[one.place - 1]?.businessRegistration.slice(-3) ?? '',
    }));
    return { ...answer, companies };
  }

  const isPerson =
    (claimed: Claimed): Proves =>
    (opened) => {
      const documentId = opened?.understood.member?.documentId;
      const theirs = documentId === undefined ? randomBytes(32) : personKeyOf(documentId, keys.personKey);
      return timingSafeEqual(theirs, claimed.personKey) && documentId !== undefined;
    };

  return {
    enquire: (terminalId, { reference, proof }) =>
      tried<EnquiryAnswer>(terminalId, reference, async (found) => {
        let proves: Proves;
        if (proof.by === 'code') {
          proves = hasCode(proof.code);
        } else {
          const claimed = await openClaim(proof.claim, parts);
          if (!claimed.ok) return claimed;
          proves = isPerson(claimed.value);
        }
        const opened = await found(proves);
        return opened === null ? fail('not-found') : ok(await withCompanies(opened));
      }),

    listLeft: async (terminalId, claim) => {
      const allowed = await takeDocumentLookUp(store, terminalId, now);
      if (!allowed.ok) return allowed;
      const claimed = await openClaim(claim, parts);
      if (!claimed.ok) return claimed;
      await store.processDue(now().toISOString());
      const left = await store.listOfPerson(claimed.value.personKey, MOST_LEFT + 1);
      return ok({
        items: await Promise.all(
          left.slice(0, MOST_LEFT).map(async (submission) => ({
            ...answerOf(submission, await store.billOf(submission)),
            reference: submission.envelope.reference,
          })),
        ),
        more: left.length > MOST_LEFT,
      });
    },

    correct: (terminalId, { reference, claim, sessionKey }) =>
      tried<CorrectionAnswer>(terminalId, reference, async (found) => {
        const claimed = await openClaim(claim, parts);
        if (!claimed.ok) return claimed;
        const opened = await found(isPerson(claimed.value));
        if (opened === null) return fail('not-found');
        const { envelope, outcome, assurance } = opened.submission;
        if (claimed.value.assurance < assurance) return fail('assurance-too-low');
        if (envelope.kind !== CORRECTABLE || outcome?.state !== 'needs-correction') {
          return fail('not-correctable');
        }
        const sealed = await seal(opened.plaintext, { ...envelope, kid: 'session' }, sessionKey);
        if (!sealed.ok) return fail('malformed');
        return ok({
          id: envelope.id,
          code: outcome.code,
          sealed: Buffer.from(sealed.value).toString('base64url'),
        });
      }),
  };
}

/** The one kind whose content a terminal can take up again; any other is given anew. */
const CORRECTABLE: SubmissionKind = 'member-registration';

/** Whether what was looked up belongs to who asks; asked for null as well, with the same work. */
type Proves = (opened: LookedUp | null) => boolean;

function hasCode(code: string): Proves {
  return (opened) => {
    const known = opened?.understood.enquiryCode ?? null;
    const theirs = known ?? enquiryCodeFrom(randomBytes(8));
    return timingSafeEqual(Buffer.from(theirs), Buffer.from(code)) && known !== null;
  };
}

function answerOf({ envelope, outcome, receivedAt }: StoredSubmission, bill: Bill | null): EnquiryAnswer {
  return {
    id: envelope.id,
    kind: envelope.kind,
    status: outcome?.state ?? 'received',
    code: outcome !== null && 'code' in outcome ? outcome.code : null,
    receivedAt,
    ...(bill === null ? {} : { bill }),
  };
}
