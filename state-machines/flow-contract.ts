import type { FieldErrorCode } from '../domain/codes.ts';
import type { IdentifiedMember } from '../domain/registration/draft.ts';
import type { Outside } from './outside.ts';
import type { FilePageEvent } from './remittance-file/remittance-file.machine.ts';

/**
 * What the session and a flow know of each other. A flow asks one thing per page and ends with its answers; notice,
 * identification, attestation, review, declaration and receipt belong to the session. Any machine that meets this is
 * a flow, hand-written or made by a factory (README.md, *How to add a flow*).
 */
export interface FlowInput<Step extends string, Answers> {
  readonly outside: Outside;
  readonly identified: IdentifiedMember;
  readonly answers: Answers;
  readonly byStaff: readonly Step[];
  /** The page to open; null: the first one without an answer. */
  readonly startAt: Step | null;
  /** Came by "change" on the review page: only this page and what depends on it are asked. */
  readonly changing: boolean;
  /** Typed before and not answered, by page: it stands in the fields again. */
  readonly typed?: Readonly<Record<string, string>>;
}

export type FlowEvent =
  /** Continue: the answer as typed, and whether staff hold the session. */
  | { readonly type: 'ANSWER'; readonly value: string; readonly byStaff: boolean }
  /** Typed so far; kept so that a crash of the page loses nothing. */
  | { readonly type: 'FIELD_DRAFT'; readonly value: string }
  | { readonly type: 'BACK' }
  /** On a page that reads a file; a flow without one never gets them. */
  | FilePageEvent;

/** Either everything was answered, or the member went back before the first page (or gave up a change). */
export type FlowOutput<Step extends string, Answers> =
  | { readonly answers: Answers; readonly byStaff: readonly Step[] }
  | { readonly back: true; readonly answers: Answers; readonly byStaff: readonly Step[] };

/** The part of a flow's context that the session may look at while the flow runs. */
export interface FlowFacts<Step extends string, Answers> {
  readonly answers: Answers;
  readonly byStaff: readonly Step[];
}

/** The page a flow shows. */
export interface FlowPage<Step extends string> {
  readonly step: Step;
  readonly value: string;
  readonly error: FieldErrorCode | null;
  readonly changing: boolean;
}
