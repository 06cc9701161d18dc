import type { InstructionKind } from '../../domain/kinds/kinds.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import type { View } from '../../domain/terminal/view/view.ts';
import type { UsabilityFlow, VisitOutcome } from '../../domain/usability/codes.ts';
import { pageIdOf } from '../present/page-id.ts';

/** What a page says of what somebody came for; null: nothing. */
export function flowOf({ screen, chrome }: View): UsabilityFlow | null {
  if (chrome.mockRun === true) return 'mock-run';
  const kind = kindOf(screen);
  if (kind !== null) return kind;
  if (screen.id === 'calculator-ask' || screen.id === 'calculation') return 'calculator';
  if (screen.id.startsWith('enquiry-')) return 'enquiry';
  if (screen.id === 'ticket' || screen.id.startsWith('ticket-')) return 'ticket';
  if (screen.id.startsWith('resume-') && screen.id !== 'resume-slip') return 'resume';
  switch (chrome.progress?.flow) {
    case 'registration':
      return 'member-registration';
    case 'withdrawal':
      return 'cancellation';
    case 'correction':
      return 'correction';
    default:
      return null;
  }
}

function kindOf(screen: Screen): InstructionKind | null {
  switch (screen.id) {
    case 'ask':
    case 'instruction-review':
    case 'instruction-refused':
    case 'prepared':
    case 'file-choose':
    case 'file-reading':
    case 'file-trouble':
    case 'file-result':
      return screen.kind;
    default:
      return null;
  }
}

/** The name of the page of a visit; null where the page belongs to nobody's visit. */
export function stepOf({ screen }: View): string | null {
  switch (screen.id) {
    case 'attract':
    case 'not-today':
    case 'starting':
    case 'self-test':
    case 'out-of-service':
    case 'ended':
      return null;
    default:
      return pageIdOf(screen);
  }
}

/** The code of what is wrong on the page: of a closed list each, never what was typed. */
export function errorOf({ screen, overlay }: View): string | null {
  if (overlay?.id === 'park-failed') return overlay.fault;
  switch (screen.id) {
    case 'question':
    case 'record-says':
    case 'mobile-code':
    case 'typed-number':
    case 'enquiry-code':
    case 'enquiry-reference':
    case 'resume-row':
    case 'ticket-reference':
      return screen.error;
    case 'ask':
    case 'calculator-ask':
      return screen.error?.code ?? null;
    case 'instruction-refused':
      return screen.refusal.code;
    case 'reader-trouble':
    case 'file-trouble':
      return screen.trouble;
    case 'iam-smart-stopped':
    case 'mobile-code-over':
      return screen.why;
    case 'not-saved':
    case 'enquiry-trouble':
    case 'resume-trouble':
    case 'ticket-trouble':
      return screen.fault;
    default:
      return null;
  }
}

/** Staff look at the machine and not after a member. */
export function isStaffsOwn({ overlay }: View): boolean {
  return overlay?.id === 'staff-status' || overlay?.id === 'operations';
}

/** How the visit ended, by the first view after it. */
export function outcomeOf({ screen }: View): VisitOutcome {
  if (screen.id === 'out-of-service' || screen.id === 'self-test') return 'interrupted';
  if (screen.id !== 'ended') return 'turned-away';
  return screen.how === 'left' ? 'abandoned' : screen.how;
}
