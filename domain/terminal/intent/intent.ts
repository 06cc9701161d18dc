import { z } from 'zod';
import { CALCULATOR_NAMES } from '../../calculators/names.ts';
import { CONTRASTS, LOCALES, TEXT_SIZES } from '../../locale.ts';
import { INTERPRETED_LANGUAGES } from '../../identity/interpretation.ts';
import { WAYS_KNOWN } from '../../notices/own-language.ts';
import { SECURITY_FEATURES } from '../../identity/staff.ts';
import { INSTRUCTION_KINDS } from '../../kinds/kinds.ts';
import { MENU_GROUPS } from '../../kinds/menu.ts';
import { PAPER_KINDS } from '../../paper/paper.ts';
import { EXERCISE_NAMES } from '../../practice/exercise-names.ts';
import { PRACTICE_PEOPLE, PRACTICE_ROLES } from '../../practice/people.ts';
import { UPDATE_WINDOW_STARTS } from '../../operations/update-window.ts';
import { TAKEN_OUT_REASONS } from '../../operations/taken-out.ts';
import { FACES } from '../../usability/codes.ts';
import { TICKET_PURPOSES } from '../ports/tickets.ts';
import { CASE_ACTIONS } from '../../work-day/cases.ts';
import { LANES } from '../../work-day/stops.ts';
import { REGISTRATION_STEPS } from '../../registration/answers.ts';

/**
 * What a page may ask for. Smaller than the machine's events: device, credential and gateway events are not here, so
 * a page cannot send them. Every intent names the session and step it was made on; stale ones are refused.
 */
const at = {
  /** Null between sessions (attract). */
  sessionId: z.string().max(64).nullable(),
  stepId: z.string().max(64),
  rev: z.number().int().nonnegative(),
};

const text = z.string().max(400);

export const intentSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('START'), ...at, locale: z.enum(LOCALES).nullable() }),
  /** "I left something before." */
  z.strictObject({ type: z.literal('ENQUIRE'), ...at, locale: z.enum(LOCALES) }),
  /** "Something else than registering." */
  z.strictObject({ type: z.literal('MENU'), ...at, locale: z.enum(LOCALES) }),
  /** "Continue something I began." */
  z.strictObject({ type: z.literal('RESUME'), ...at, locale: z.enum(LOCALES) }),
  /** "A queue ticket, or I have an appointment." */
  z.strictObject({ type: z.literal('TICKET'), ...at, locale: z.enum(LOCALES) }),
  z.strictObject({ type: z.literal('TICKET_WAY'), ...at, way: z.enum(['take', 'appointment']) }),
  z.strictObject({ type: z.literal('TICKET_FOR'), ...at, purpose: z.enum(TICKET_PURPOSES) }),
  /** The ticket or the appointment is not wanted any more. */
  z.strictObject({ type: z.literal('TICKET_CANCEL'), ...at }),
  /** What was begun is put aside and finished later with a slip. */
  z.strictObject({ type: z.literal('FINISH_LATER'), ...at }),
  z.strictObject({ type: z.literal('FINISH_LATER_CONFIRM'), ...at }),
  z.strictObject({ type: z.literal('FINISH_LATER_CANCEL'), ...at }),
  /** What was put aside is being worked on elsewhere: the member goes on with a copy. */
  z.strictObject({ type: z.literal('TAKE_COPY'), ...at }),
  z.strictObject({ type: z.literal('CHOOSE_GROUP'), ...at, group: z.enum(MENU_GROUPS) }),
  z.strictObject({
    type: z.literal('CHOOSE_KIND'),
    ...at,
    kind: z.enum(['member-registration', ...INSTRUCTION_KINDS]),
  }),
  /** What somebody wants to know before deciding. */
  z.strictObject({ type: z.literal('CALCULATE'), ...at, calculator: z.enum(CALCULATOR_NAMES) }),
  /** An employer's file is to be checked, and nothing sent. */
  z.strictObject({ type: z.literal('MOCK_RUN'), ...at }),
  /** "Change" on the review page of an instruction: one of its pages. */
  z.strictObject({ type: z.literal('CHANGE_PAGE'), ...at, page: z.string().max(64) }),
  /** How somebody asks what became of what they left: with the slip's code, or with their document. */
  z.strictObject({ type: z.literal('ENQUIRE_BY'), ...at, by: z.enum(['code', 'document']) }),
  /** One of the things that were left. */
  z.strictObject({ type: z.literal('CHOOSE_LEFT'), ...at, id: z.string().max(64) }),
  /** A drive, folder or file of the list that is shown, by the id made up for it. */
  z.strictObject({ type: z.literal('FILE_OPEN'), ...at, entry: z.string().max(64) }),
  z.strictObject({ type: z.literal('FILE_UP'), ...at }),
  z.strictObject({ type: z.literal('FILE_STOP'), ...at }),
  /** Another file, or the same one again after it was corrected. */
  z.strictObject({ type: z.literal('FILE_AGAIN'), ...at }),
  z.strictObject({ type: z.literal('FILE_SAVE'), ...at }),
  z.strictObject({ type: z.literal('WITHDRAW'), ...at }),
  z.strictObject({ type: z.literal('CORRECT'), ...at }),
  z.strictObject({ type: z.literal('SET_LOCALE'), ...at, locale: z.enum(LOCALES) }),
  z.strictObject({ type: z.literal('SET_TEXT_SIZE'), ...at, textSize: z.enum(TEXT_SIZES) }),
  z.strictObject({ type: z.literal('SET_CONTRAST'), ...at, contrast: z.enum(CONTRASTS) }),
  /** The words of this page are read aloud, or not any more. */
  z.strictObject({ type: z.literal('READ_ALOUD'), ...at }),
  z.strictObject({ type: z.literal('STOP_READING'), ...at }),
  /** A touch that means nothing but "someone is here". */
  z.strictObject({ type: z.literal('ACTIVITY'), ...at }),
  z.strictObject({ type: z.literal('CONTINUE'), ...at }),
  z.strictObject({ type: z.literal('BACK'), ...at }),
  /** Local text, at most every 250 ms; kept so that a crash of the page loses nothing. */
  z.strictObject({ type: z.literal('FIELD_DRAFT'), ...at, value: text }),
  /** Continue on a page that asks something. */
  z.strictObject({ type: z.literal('ANSWER'), ...at, value: text }),
  /** "My record has it otherwise" than the card that was read. */
  z.strictObject({ type: z.literal('RECORD_DIFFERS'), ...at }),
  /** What was typed before the card was read was a slip. */
  z.strictObject({ type: z.literal('CARD_IS_RIGHT'), ...at }),
  z.strictObject({ type: z.literal('CHANGE'), ...at, step: z.enum(REGISTRATION_STEPS) }),
  z.strictObject({ type: z.literal('SUBMIT'), ...at }),
  z.strictObject({ type: z.literal('RETRY'), ...at }),
  z.strictObject({ type: z.literal('NO_HKID'), ...at }),
  z.strictObject({ type: z.literal('TYPE_NUMBER'), ...at }),
  z.strictObject({
    type: z.literal('OTHER_DOCUMENT'),
    ...at,
    document: z.enum(['passport', 'replacement-slip']),
  }),
  /** Instead of staff, or where nothing less is enough: the member signs in with iAM Smart. */
  z.strictObject({ type: z.literal('IAM_SMART'), ...at }),
  /** Without iAM Smart, where nothing less is enough: prepared, not submitted. */
  z.strictObject({ type: z.literal('PREPARE_ONLY'), ...at }),
  z.strictObject({ type: z.literal('ASK_STAFF'), ...at }),
  z.strictObject({ type: z.literal('CANCEL_HELP'), ...at }),
  z.strictObject({ type: z.literal('KEEP_WAITING'), ...at }),
  z.strictObject({ type: z.literal('STILL_HERE'), ...at }),
  z.strictObject({ type: z.literal('LEAVE'), ...at }),
  z.strictObject({ type: z.literal('LEAVE_CONFIRM'), ...at }),
  z.strictObject({ type: z.literal('LEAVE_CANCEL'), ...at }),
  z.strictObject({ type: z.literal('DONE'), ...at }),
  /** One of the papers that the page offers. */
  z.strictObject({ type: z.literal('PRINT'), ...at, paper: z.enum(PAPER_KINDS) }),
  z.strictObject({ type: z.literal('PRINT_AGAIN'), ...at }),
  /** The paper is taken, or it goes on without. */
  z.strictObject({ type: z.literal('PRINT_CLOSE'), ...at }),
  /** One tap after the visit; whose it was is gone by then. */
  z.strictObject({ type: z.literal('FEEDBACK'), ...at, face: z.enum(FACES) }),
  /** "Tell us more, or complain": a visit that leads straight to it. */
  z.strictObject({ type: z.literal('COMPLAIN'), ...at }),
  /** The PIN as typed on this screen; checked in main, never kept. */
  z.strictObject({ type: z.literal('STAFF_PIN'), ...at, pin: z.string().regex(/^\d{4,12}$/) }),
  z.strictObject({ type: z.literal('STAFF_CANCEL'), ...at }),
  /** Staff look at how the machine stands. */
  z.strictObject({ type: z.literal('STAFF_STATUS'), ...at }),
  /** Staff open the attestation from the assist bar or the "staff needed" page. */
  z.strictObject({ type: z.literal('STAFF_ATTEST'), ...at }),
  z.strictObject({
    type: z.literal('TICK_FEATURE'),
    ...at,
    feature: z.enum(SECURITY_FEATURES),
    ticked: z.boolean(),
  }),
  z.strictObject({ type: z.literal('NUMBER_MATCHES'), ...at, matches: z.boolean() }),
  z.strictObject({ type: z.literal('FACE_COMPARED'), ...at, same: z.boolean() }),
  /** Staff hold the button that shows a number: said once each time, never which number. */
  z.strictObject({ type: z.literal('NUMBER_SHOWN'), ...at }),
  z.strictObject({ type: z.literal('ATTEST'), ...at }),
  z.strictObject({ type: z.literal('HAND_BACK'), ...at }),
  /** Staff who were called are busy: the badge is enough. */
  z.strictObject({ type: z.literal('STAFF_SNOOZE'), ...at }),
  z.strictObject({ type: z.literal('STAFF_MORE'), ...at }),
  /** The language in which staff read what the platform expects; the member's stays as it is. */
  z.strictObject({ type: z.literal('RULE_LANGUAGE'), ...at, locale: z.enum(LOCALES) }),
  /** Staff look at the machine itself. */
  z.strictObject({ type: z.literal('OPERATIONS'), ...at }),
  z.strictObject({
    type: z.literal('OPERATE'),
    ...at,
    page: z.enum(['log', 'test', 'take-out', 'restart', 'usability', 'updates', 'drive']),
  }),
  z.strictObject({ type: z.literal('TAKE_OUT'), ...at, reason: z.enum(TAKEN_OUT_REASONS) }),
  z.strictObject({ type: z.literal('PUT_BACK'), ...at }),
  /** From when on a prepared update is taken up; null: never by itself. */
  z.strictObject({
    type: z.literal('CHOOSE_UPDATES'),
    ...at,
    from: z.enum(UPDATE_WINDOW_STARTS).nullable(),
  }),
  z.strictObject({ type: z.literal('RESTART_TERMINAL'), ...at }),
  z.strictObject({ type: z.literal('SAVE_USABILITY'), ...at }),
  /** What is kept goes to the office on a USB drive, or its receipts have come back on one (transfer-view.ts). */
  z.strictObject({ type: z.literal('TO_DRIVE'), ...at }),
  z.strictObject({ type: z.literal('DRIVE_CHOOSE'), ...at, drive: z.string().max(64) }),
  z.strictObject({ type: z.literal('DRIVE_EXPORT'), ...at }),
  z.strictObject({ type: z.literal('DRIVE_RECEIPTS'), ...at }),
  z.strictObject({ type: z.literal('DRIVE_STOP'), ...at }),
  /** The program starts again in practice. */
  z.strictObject({ type: z.literal('START_PRACTICE'), ...at }),
  /** The panel of practice, which no machine knows (state-machines/practice). Null lifts the card. */
  z.strictObject({ type: z.literal('PRACTICE_CARD'), ...at, person: z.enum(PRACTICE_PEOPLE).nullable() }),
  z.strictObject({ type: z.literal('PRACTICE_BADGE'), ...at, role: z.enum(PRACTICE_ROLES) }),
  z.strictObject({
    type: z.literal('PRACTICE_EXERCISE'),
    ...at,
    exercise: z.enum(EXERCISE_NAMES).nullable(),
  }),
  z.strictObject({ type: z.literal('PRACTICE_END'), ...at }),
  z.strictObject({ type: z.literal('STAFF_PEOPLE'), ...at }),
  z.strictObject({ type: z.literal('CHANGE_PIN'), ...at }),
  /** A new PIN as typed twice; checked in main, never kept. */
  z.strictObject({
    type: z.literal('NEW_PIN'),
    ...at,
    pin: z.string().regex(/^\d{4,12}$/),
    again: z.string().regex(/^\d{0,12}$/),
  }),
  z.strictObject({ type: z.literal('UNLOCK_STAFF'), ...at, staffId: z.string().max(32) }),
  z.strictObject({ type: z.literal('BLOCK_BADGE'), ...at, staffId: z.string().max(32) }),
  z.strictObject({ type: z.literal('INTERPRETER_PRESENT'), ...at }),
  z.strictObject({ type: z.literal('MORE_TIME'), ...at }),
  /** A van, between two people (van-view.ts); null: a stop that is not in the plan. */
  z.strictObject({ type: z.literal('VAN_CHOOSE_STOP'), ...at, placeId: z.string().max(64).nullable() }),
  z.strictObject({ type: z.literal('VAN_LANE'), ...at, lane: z.enum(LANES) }),
  /** The person reads neither of the signed-off texts. */
  z.strictObject({ type: z.literal('VAN_OTHER_LANGUAGE'), ...at }),
  z.strictObject({
    type: z.literal('VAN_INTERPRETED'),
    ...at,
    language: z.enum(INTERPRETED_LANGUAGES),
    locale: z.enum(LOCALES),
  }),
  /** A signed-off translation is put to the person, in the van or while staff hold the notice page. */
  z.strictObject({
    type: z.literal('VAN_OWN_LANGUAGE'),
    ...at,
    language: z.enum(INTERPRETED_LANGUAGES),
    locale: z.enum(LOCALES),
  }),
  z.strictObject({ type: z.literal('OWN_LANGUAGE'), ...at, language: z.enum(INTERPRETED_LANGUAGES) }),
  z.strictObject({ type: z.literal('NOTICE_PLAY'), ...at }),
  z.strictObject({ type: z.literal('NOTICE_PAUSE'), ...at }),
  z.strictObject({ type: z.literal('NOTICE_AGAIN'), ...at }),
  /** The page's player is through, or could not play; what the machine believes of it is its own matter. */
  z.strictObject({ type: z.literal('NOTICE_ENDED'), ...at }),
  z.strictObject({ type: z.literal('NOTICE_FAILED'), ...at }),
  /** The end of the words stands on the screen. */
  z.strictObject({ type: z.literal('NOTICE_SHOWN'), ...at }),
  /** "I heard it", "I read it"; on a consent with the answer. */
  z.strictObject({
    type: z.literal('NOTICE_KNOWN'),
    ...at,
    way: z.enum(WAYS_KNOWN),
    agreed: z.boolean().nullable(),
  }),
  z.strictObject({ type: z.literal('VAN_CALL_BACK'), ...at, locale: z.enum(LOCALES) }),
  /** The partner's list of workers, and its removal. */
  z.strictObject({ type: z.literal('VAN_ROSTER'), ...at }),
  z.strictObject({ type: z.literal('ROSTER_REMOVE'), ...at }),
  z.strictObject({ type: z.literal('VAN_CLOSE_STOP'), ...at }),
  z.strictObject({ type: z.literal('VAN_END_DAY'), ...at }),
  z.strictObject({ type: z.literal('VAN_SIGN_OUT'), ...at }),
  /** The day is closed with its signed report; at a station, too. */
  z.strictObject({ type: z.literal('DAY_CLOSE'), ...at }),
  z.strictObject({ type: z.literal('DAY_PRINT'), ...at }),
  /** A counter, between two visits (station-view.ts). */
  z.strictObject({ type: z.literal('STATION_CALL_NEXT'), ...at }),
  /** The queue cannot be reached: the number on the member's ticket is typed. */
  z.strictObject({ type: z.literal('STATION_TYPE_TICKET'), ...at }),
  z.strictObject({ type: z.literal('STATION_WITHOUT_TICKET'), ...at }),
  /** Who was called is not there. */
  z.strictObject({ type: z.literal('STATION_MISSED'), ...at }),
  z.strictObject({ type: z.literal('STATION_CASES'), ...at }),
  z.strictObject({ type: z.literal('STATION_END_DAY'), ...at }),
  z.strictObject({ type: z.literal('STATION_SIGN_OUT'), ...at }),
  /** Staff go to a member who called at another terminal; on whatever page the call is shown (station-view.ts). */
  z.strictObject({ type: z.literal('CALL_GOING'), ...at, callId: z.string().max(64) }),
  /** At a counter: staff take the page back from the member. */
  z.strictObject({ type: z.literal('TAKE_BACK'), ...at }),
  /** A station's cases (cases-view.ts). */
  z.strictObject({ type: z.literal('CASE_OPEN'), ...at, id: z.number().int().positive() }),
  z.strictObject({ type: z.literal('CASE_NOTE'), ...at, action: z.enum(CASE_ACTIONS) }),
  /** The member is here: their case is taken up, or asked about with their document. */
  z.strictObject({ type: z.literal('CASE_GO_ON'), ...at, locale: z.enum(LOCALES) }),
  /** The member has seen what staff filled in. */
  z.strictObject({ type: z.literal('CONFIRM_TOUCHED'), ...at }),
  /** One of those is not right: back to where it is asked. A question, a page of an instruction, or `number`. */
  z.strictObject({ type: z.literal('CHANGE_TOUCHED'), ...at, row: z.string().max(64) }),
]);
export type Intent = z.infer<typeof intentSchema>;
export type IntentType = Intent['type'];

/** An intent as a screen makes it; the bridge adds sessionId, stepId and rev of the view it was drawn from. */
type WithoutPlace<I> = I extends unknown ? Omit<I, 'sessionId' | 'stepId' | 'rev'> : never;
export type ScreenIntent = WithoutPlace<Intent>;

export type IntentRefusal = 'malformed' | 'stale' | 'not-here' | 'not-allowed';
export type IntentAnswer =
  { readonly accepted: true } | { readonly accepted: false; readonly reason: IntentRefusal };
