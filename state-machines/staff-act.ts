import type { ScreenIntent } from '../domain/terminal/intent/intent.ts';
import type { AuditEntry } from '../domain/terminal/audit/entry.ts';
import { ACT_OF_INTENT, type ShownField, type StaffAct } from '../domain/terminal/intent/staff-acts.ts';
import type { View } from '../domain/terminal/view/view.ts';
import type { SessionSnapshot } from './session/session.machine.ts';

/**
 * What staff who hold the session do with this intent, for the audit chain: who, what, and on which part of the way; the
 * question by its name where it is one of the registration's, the kind where there is an instruction. Null: nobody of the
 * staff holds it, or it is no act (domain/terminal/intent/staff-acts.ts).
 */
export function staffActOf(session: SessionSnapshot, view: View, asked: ScreenIntent): AuditEntry | null {
  const { assist, sessionId, instruction } = session.context.visit;
  const act = actOf(view, asked);
  if (assist === null || act === null) return null;
  const { screen, chrome } = view;
  const result = resultOf(asked);
  const field = asked.type === 'NUMBER_SHOWN' ? shownField(view) : null;
  return {
    event: 'staff.acted',
    actor: 'staff',
    staffId: assist.staffId,
    ...(sessionId === null ? {} : { sessionId }),
    detail: {
      act,
      ...(chrome.progress === null ? {} : { part: chrome.progress.name }),
      ...(screen.id === 'question' && act === 'answered' ? { step: screen.step } : {}),
      ...(asked.type === 'CHANGE' ? { step: asked.step } : {}),
      ...(asked.type === 'CHOOSE_KIND' ? { kind: asked.kind } : {}),
      ...(instruction === null || asked.type === 'CHOOSE_KIND' ? {} : { kind: instruction.kind }),
      ...(asked.type === 'SET_LOCALE' ? { locale: asked.locale } : {}),
      ...(asked.type === 'OWN_LANGUAGE' ? { language: asked.language } : {}),
      ...(field === null ? {} : { field }),
      ...(result === null ? {} : { result }),
    },
  };
}

/**
 * What staff do at a counter's or a van's own pages, between two visits.
 * @param staffId whoever is signed in for the shift; null: nobody is, and signing in has entries of its own
 */
export function shiftActOf(staffId: string | null, asked: ScreenIntent): AuditEntry | null {
  const act = ACT_OF_INTENT[asked.type];
  if (staffId === null || typeof act !== 'string') return null;
  return {
    event: 'staff.acted',
    actor: 'staff',
    staffId,
    detail: {
      act,
      ...('locale' in asked && asked.locale !== null ? { locale: asked.locale } : {}),
      ...('language' in asked ? { language: asked.language } : {}),
    },
  };
}

/** The number that staff see on this page while they hold a button; null: there is none. */
export function shownField({ screen, overlay, chrome: { assist } }: View): ShownField | null {
  if (assist === null || overlay !== null) return null;
  if (screen.id === 'attest') return screen.page === 'number' ? 'own-number' : null;
  return screen.id === 'ask' && screen.given !== undefined ? 'number-of-another' : null;
}

function actOf({ screen, overlay }: View, { type }: ScreenIntent): StaffAct | null {
  if (type === 'CONTINUE') return overlay === null && screen.id === 'notice' ? 'read-notice' : null;
  const said = ACT_OF_INTENT[type];
  return typeof said === 'string' ? said : null;
}

function resultOf(asked: ScreenIntent): 'confirmed' | 'not-confirmed' | null {
  if (asked.type === 'NUMBER_MATCHES') return asked.matches ? 'confirmed' : 'not-confirmed';
  if (asked.type === 'FACE_COMPARED') return asked.same ? 'confirmed' : 'not-confirmed';
  return null;
}
