import { fromPromise } from 'xstate';
import type {
  EnquiryFault,
  PinRefusal,
  StaffChangeRefusal,
  StaffRefusal,
  SubmitFault,
} from '../../domain/codes.ts';
import type { StaffMember } from '../../domain/identity/staff.ts';
import { fail, type Failure, type Result } from '../../domain/result.ts';
import type {
  Correction,
  Kept,
  SubmitFile,
  SubmitRequest,
} from '../../domain/terminal/ports/queue/submission.ts';
import type { StaffPerson } from '../../domain/terminal/ports/staff.ts';
import type { IdentityClaim } from '../../domain/wire/enquiry.ts';
import type { Outside } from '../outside.ts';

export interface SubmitInput {
  readonly outside: Outside;
  readonly request: SubmitRequest | null;
}

/** Hands the submission to the queue. Safe to run again with the same id: the same id twice is one submission. */
export const submit = fromPromise<Result<Kept, Failure<SubmitFault>>, SubmitInput>(
  ({ input: { outside, request } }) => {
    if (request === null) return Promise.resolve(fail('incomplete'));
    const files = heldFiles(outside, request.files ?? []);
    return files === null ? Promise.resolve(fail('incomplete')) : outside.ports.queue.submit(request, files);
  },
);

/** The files that travel with it, or null when one is not held any more. */
function heldFiles(outside: Outside, ids: readonly string[]): readonly SubmitFile[] | null {
  const files: SubmitFile[] = [];
  for (const id of ids) {
    const bytes = outside.ports.files?.bytesOf(id) ?? null;
    if (bytes === null) return null;
    files.push({ id, mediaType: 'text/csv', bytes });
  }
  return files;
}

export interface VerifyInput {
  readonly outside: Outside;
  readonly badge: string;
  readonly pin: string;
}

/** Checks badge and PIN; neither is kept after the answer. */
export const verify = fromPromise<Result<StaffMember, Failure<StaffRefusal>>, VerifyInput>(({ input }) =>
  input.outside.ports.staff.verify(input.badge, input.pin),
);

interface Outer {
  readonly outside: Outside;
}

export const holderOfBadge = fromPromise<string | null, Outer & { readonly badge: string }>(({ input }) =>
  input.outside.ports.staff.holderOf(input.badge),
);

/** Sets a new PIN; it is not kept after the answer. */
export const changePin = fromPromise<
  Result<null, Failure<PinRefusal>>,
  Outer & { readonly staffId: string; readonly newPin: string }
>(({ input }) => input.outside.ports.staff.changePin(input.staffId, input.newPin));

export const people = fromPromise<readonly StaffPerson[], Outer>(({ input }) =>
  input.outside.ports.staff.people(),
);

/** Unlocks somebody's PIN or blocks their badge. */
export const changeStaff = fromPromise<
  Result<null, Failure<StaffChangeRefusal>>,
  Outer & { readonly what: 'unlock' | 'block'; readonly staffId: string; readonly by: string }
>(({ input: { outside, what, staffId, by } }) =>
  what === 'block' ? outside.ports.staff.blockBadge(staffId, by) : outside.ports.staff.unlock(staffId, by),
);

export interface OpenCorrectionInput {
  readonly outside: Outside;
  readonly reference: string | null;
  readonly claim: IdentityClaim | null;
}

/** Fetches what is to be corrected, for who was identified again. */
export const openCorrection = fromPromise<Result<Correction, Failure<EnquiryFault>>, OpenCorrectionInput>(
  ({ input: { outside, reference, claim } }) =>
    reference === null || claim === null
      ? Promise.resolve(fail('not-found'))
      : outside.ports.queue.openCorrection({ reference, ...claim }),
);
