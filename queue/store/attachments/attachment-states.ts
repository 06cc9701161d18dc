/** The life of a file: as a submission's (`../submission-states.ts`), up to its receipt. */
export const ATTACHMENT_STATES = ['kept', 'sending', 'received', 'parked'] as const;
export type AttachmentState = (typeof ATTACHMENT_STATES)[number];

/** The one table of legal changes; the database's triggers are made from it (`../database/guards.ts`). */
export const LEGAL_ATTACHMENT_CHANGES: Readonly<Record<AttachmentState, readonly AttachmentState[]>> = {
  kept: ['sending', 'received', 'parked'],
  sending: ['kept', 'received', 'parked'],
  received: [],
  parked: ['kept', 'received'],
};
