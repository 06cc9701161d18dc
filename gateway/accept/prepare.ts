import { parseReference } from '../../domain/reference.ts';
import { hongKongDate } from '../../domain/time.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import {
  type Envelope,
  MAX_SEALED_BYTES,
  type ProblemCode,
  type Receipt,
  type SubmissionRequest,
} from '../../domain/wire/contract.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { Store } from '../store/store.ts';
import type { NewSubmission } from '../store/submission-store.ts';
import { digestOf } from './fingerprint.ts';
import { type Proven, provenHere } from './identify.ts';
import { countedFor } from '../../domain/catalogue/ending.ts';
import { findKind } from './kinds/kinds.ts';
import { companyKeyOf, detailsKeyOf, employerKeyOf, ownerKeyOf } from './person-key.ts';
import { type Processing, processAt } from './processing.ts';
import type { AssuranceLevel } from '../../domain/assurance.ts';
import { judgeOwnLanguage } from '../notices/judge.ts';
import { isConfirmed } from '../sms/token.ts';

type PrepareFault = Extract<
  ProblemCode,
  'digest-differs' | 'sealing-key-unknown' | 'cannot-open' | 'schema-unknown' | 'payload-invalid' | 'busy'
>;

export interface PrepareParts {
  readonly store: Pick<
    Store,
    'findStaff' | 'ownRecordOf' | 'inactiveSinceOf' | 'isServiceCentre' | 'findTranslation'
  >;
  readonly keys: KeyRing;
  readonly now: () => Date;
  readonly processing: Processing;
}

const NOBODY: Proven = { assurance: 0, signIn: null };

/** What can be told without looking at the sealed bytes: their size, and that the reference is one of this terminal. */
export function outsideFault(envelope: Envelope, sealed: Uint8Array): 'malformed' | 'too-large' | null {
  if (sealed.byteLength > MAX_SEALED_BYTES) return 'too-large';
  const reference = parseReference(envelope.reference);
  return reference.ok && reference.value.terminalId === envelope.terminalId ? null : 'malformed';
}

/** Verifies and opens one submission in memory and signs its receipt; nothing is stored yet. */
export async function prepare(
  { envelope }: SubmissionRequest,
  sealed: Uint8Array,
  fingerprint: Uint8Array,
  { store, keys, now, processing }: PrepareParts,
): Promise<Result<NewSubmission, Failure<PrepareFault>>> {
  if (digestOf(sealed) !== envelope.digest) return fail('digest-differs');
  const kind = findKind(envelope.kind, envelope.schemaVersion);
  if (!kind.ok) return kind;
  const opened = await keys.open(sealed, envelope);
  if (!opened.ok) return opened;
  const understood = kind.value.read(opened.value);
  opened.value.fill(0);
  if (!understood.ok) return understood;

  const { member, details, toCorrect, refusal, withdraws, tellsOldContact, describes, mobile } =
    understood.value;
  const { id, digest, terminalId, capturedAt } = envelope;
  const at = now();
  const receivedAt = at.toISOString();
  const use = { terminalId, capturedAt, at: receivedAt };
  const atCentre = await store.isServiceCentre(terminalId);
  const { assurance, signIn } =
    member === null
      ? NOBODY
      : await provenHere({ ...member, evidence: countedFor(envelope.kind, member.evidence, atCentre) }, use, {
          store,
          keys,
        });
  const { ownLanguage } = understood.value;
  const putBadly = ownLanguage === undefined ? null : await judgeOwnLanguage(ownLanguage, capturedAt, store);
  const rowsIn = understood.value.rowsIn ?? null;
  // Rows that the envelope does not name never arrive: they would be accepted unseen.
  const unnamed = rowsIn !== null && envelope.attachments?.some((file) => file.id === rowsIn) !== true;
  const refusalAt = (level: AssuranceLevel) =>
    (unnamed || (understood.value.centreOnly === true && !atCentre) ? 'payload-refused' : refusal) ??
    (level < kind.value.requiredAssurance ? 'assurance-too-low' : null);
  const receipt = await keys.sign(
    { id, digest, terminalId, receivedAt } satisfies Receipt,
    'receipt',
    receivedAt,
  );
  // No receipt key in force is the platform's trouble, not the terminal's: it keeps the item and comes again.
  if (!receipt.ok) return fail('busy');
  return ok({
    envelope,
    sealed,
    fingerprint,
    receivedAt,
    receipt: receipt.value,
    assurance,
    refusal: refusalAt(assurance),
    signIn:
      signIn === null
        ? null
        : {
            id: signIn.id,
            forgetAt: signIn.forgetAt,
            otherwise: { assurance: signIn.without, refusal: refusalAt(signIn.without) },
          },
    personKey: ownerKeyOf(understood.value, id, keys.personKey),
    detailsKey:
      member === null || details === null ? null : detailsKeyOf(member.documentId, details, keys.personKey),
    employerKey: describes === null ? null : employerKeyOf(describes, keys.personKey),
    toCorrect: toCorrect ?? putBadly,
    withdraws,
    ...(understood.value.remainder === undefined ? {} : { remainder: understood.value.remainder }),
    ...(understood.value.companies === undefined
      ? {}
      : {
          companies: understood.value.companies.map(({ businessRegistration, faultOn }) => ({
            key: companyKeyOf(businessRegistration, keys.personKey),
            fault: faultOn(hongKongDate(capturedAt)),
          })),
        }),
    tellsOldContact,
    ...(mobile === undefined
      ? {}
      : {
          mobileConfirmed:
            mobile.evidence !== null &&
            (await isConfirmed(mobile.evidence, { ...use, mobile: mobile.number }, keys)),
        }),
    holdsRows: rowsIn !== null,
    billed: understood.value.billed ?? false,
    processAt: processAt(processing, at),
  });
}
