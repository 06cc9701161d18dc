import type { SnapshotFrom } from 'xstate';
import { inTime } from '../deadline.ts';
import { EMPTY_VISIT } from './context/visit.ts';
import { IDS } from './guards/ids.ts';
import { help, leave } from './help.ts';
import { idle } from './idle.ts';
import { ended, journey } from './journey/journey.ts';
import { park } from './parking/park.ts';
import { print } from './print.ts';
import { sessionSetup } from './setup.ts';
import { staff } from './staff/assist.machine.ts';

/** Set-up of the screen, wherever the member is; nothing is lost by it. */
const preferences = {
  SET_LOCALE: { actions: 'setPreference' },
  SET_TEXT_SIZE: { actions: 'setPreference' },
  SET_CONTRAST: { actions: 'setPreference' },
} as const;

/** Ways from rest into a visit. While no visit may begin, staff can still be called, and come; a badge needs no call. */
const ways = {
  START: { guard: 'mayWalkUp', target: IDS.visit },
  ENQUIRE: { guard: 'mayWalkUp', target: IDS.visit },
  MENU: { guard: 'mayWalkUp', target: IDS.visit },
  RESUME: { guard: 'mayWalkUp', target: IDS.visit },
  SLIP_SCANNED: { guard: 'slipMayBegin', target: IDS.visit },
  TICKET: { guard: 'mayWalkUpToQueue', target: IDS.visit },
  TICKET_SCANNED: { guard: 'ticketMayBegin', target: IDS.visit },
  CARD_PRESENT: { guard: 'mayWalkUp', target: IDS.visit },
  ASK_STAFF: { guard: 'unattended', target: IDS.visit, actions: 'askStaff' },
  BADGE_SCANNED: { guard: 'unattended', target: IDS.visit, actions: 'passBadge' },
  SERVE: { guard: 'open', target: IDS.visit },
} as const;

/** From the tap at the end on to what somebody wants to say. */
const complain = { guard: 'open', target: IDS.visit } as const;

const attract = sessionSetup.createStateConfig({
  id: IDS.attract,
  entry: 'resetPreferences',
  initial: 'fresh',
  on: { ...ways, ACTIVITY: { actions: 'touch' }, SHUT: { target: `#${IDS.closed}` } },
  states: {
    fresh: { on: changedPreferences('adjusted') },
    adjusted: {
      invoke: {
        id: 'settings-deadline',
        src: 'deadline',
        input: ({ context: { outside } }) =>
          inTime(outside, outside.delays.attractSettings, { type: 'SETTINGS_DUE' }),
      },
      on: {
        ...changedPreferences('adjusted'),
        SETTINGS_DUE: { target: 'fresh', actions: 'resetPreferences' },
      },
    },
  },
});

function changedPreferences(target: 'adjusted') {
  const change = { target, reenter: true, actions: 'setPreference' } as const;
  return { SET_LOCALE: change, SET_TEXT_SIZE: change, SET_CONTRAST: change };
}

/** One person's visit. Every way out leads through `wiping`. */
const visit = sessionSetup.createStateConfig({
  id: IDS.visit,
  type: 'parallel',
  entry: ['beginVisit', 'auditBegun'],
  on: {
    ...preferences,
    ACTIVITY: { actions: 'touch' },
    SHUT: { target: IDS.wiping, actions: ['startShutting', { type: 'endAs', params: { how: 'left' } }] },
  },
  states: { journey, idle, help, staff, leave, park, print },
});

const wiping = sessionSetup.createStateConfig({
  id: IDS.wiping,
  entry: ['wipeOutside', 'forgetVisit'],
  always: [
    { guard: 'shutting', target: `#${IDS.closed}` },
    { guard: 'endedUnserved', target: 'attract' },
    { target: 'ended' },
  ],
});

/**
 * A session: rest, visit, wipe, rest. Devices, connectivity and service go on through all of it; journey, idle, help, staff and
 * leave run side by side within a visit and end with it. Its events, each with its reason, stand in `events.ts`.
 */
export const sessionMachine = sessionSetup.createMachine({
  id: 'session',
  options: { maxIterations: 100 },
  context: ({ input }) => ({
    ...input,
    locale: input.outside.config.defaultLocale,
    textSize: 'normal',
    contrast: input.outside.config.defaultContrast ?? 'paper',
    endedHow: 'left',
    shutting: false,
    ruleLocales: {},
    face: null,
    visit: EMPTY_VISIT,
  }),
  initial: 'open',
  states: {
    open: {
      type: 'parallel',
      states: {
        devices: {
          initial: 'readerAway',
          on: {
            DEVICE_STATE: { actions: 'noteReader' },
            HARDWARE_DOWN: { actions: 'noteReader' },
            CARD_PRESENT: { actions: 'noteReader' },
            CARD_REMOVED: { actions: 'noteReader' },
          },
          states: {
            readerAway: { always: { guard: 'readerUsable', target: 'readerReady' } },
            readerReady: { always: { guard: 'readerGone', target: 'readerAway' } },
          },
        },
        printers: { on: { PRINTER: { actions: 'notePrinter' } } },
        connectivity: {
          initial: 'offline',
          on: { CONNECTION: { actions: 'noteConnection' } },
          states: {
            offline: { always: { guard: 'online', target: 'online' } },
            online: { always: { guard: 'offline', target: 'offline' } },
          },
        },
        /** Whether visits may begin (domain/service/freeze.ts). A visit under way is never ended by it. */
        service: {
          initial: 'open',
          on: { STATUS: { actions: 'noteStatus' } },
          states: {
            open: { always: { guard: 'frozen', target: 'frozen' } },
            frozen: { always: { guard: 'open', target: 'open' } },
          },
        },
        presence: {
          initial: 'attract',
          states: {
            attract,
            visit,
            wiping,
            ended: { ...ended, on: { ...ended.on, ...ways, COMPLAIN: complain } },
          },
        },
      },
    },
    closed: { id: IDS.closed, type: 'final' },
  },
});

export type SessionSnapshot = SnapshotFrom<typeof sessionMachine>;
