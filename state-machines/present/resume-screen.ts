import { resumeQrText, resumeRows } from '../../domain/parking/resume-code.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import type { SessionParts } from '../children.ts';

/** The pages of what is finished later: its slip typed, opened, and shown; null on any other. */
export function resumeScreen(
  { session, resume }: SessionParts,
  inJourney: (journey: string) => boolean,
): Screen | null {
  const { later, instruction, idleInstant } = session.context.visit;
  if (resume !== null && inJourney('resumeSlip')) {
    const row = resume.matches('second') ? 2 : 1;
    const { typed, error } = resume.context;
    return { id: 'resume-row', row, value: typed[row - 1] ?? '', error };
  }
  if (inJourney('takingUp')) return { id: 'resume-opening' };
  if (inJourney('resumeTrouble')) {
    const canRetry = session.can({ type: 'RETRY' });
    const { takeUpFault: fault, heldBy } = later;
    return {
      ...{ id: 'resume-trouble', fault: fault ?? 'unavailable', canRetry },
      ...(heldBy === null ? {} : { heldBy }),
    };
  }
  if (inJourney('resumeChanged')) {
    return {
      id: 'resume-changed',
      kind: instruction?.kind ?? 'member-registration',
      again: later.again,
      file: later.file,
    };
  }
  if (!inJourney('parked') || later.slip === null) return null;
  const { code, expiresAt, elsewhere, beside } = later.slip;
  return {
    id: 'resume-slip',
    qr: resumeQrText(code),
    rows: resumeRows(code),
    expiresAt,
    elsewhere,
    ...(beside === undefined ? {} : { beside: beside.by }),
    closesAt: idleInstant,
  };
}
