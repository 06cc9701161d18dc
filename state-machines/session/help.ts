import { inTime } from '../deadline.ts';
import { IDS } from './guards/ids.ts';
import { sessionSetup } from './setup.ts';

/** The call for staff: the page is covered, the light is on, an answer is owed after three minutes. */
export const help = sessionSetup.createStateConfig({
  initial: 'none',
  states: {
    none: {
      id: IDS.noHelp,
      on: {
        ASK_STAFF: {
          guard: 'mayAskStaff',
          target: 'calling',
          actions: ['callHelp', { type: 'audit', params: { entry: 'help.asked', actor: 'member' } }, 'touch'],
        },
      },
    },
    calling: {
      id: IDS.calling,
      initial: 'called',
      exit: 'endHelp',
      on: {
        CANCEL_HELP: { guard: 'helpOnTop', target: 'none', actions: 'tellHelpOver' },
        STAFF_SIGNED_IN: { target: 'none' },
        HELPER_CAME: { target: 'none' },
        HELP_SNOOZED: { target: '.snoozed', actions: 'touch' },
      },
      states: {
        called: {
          invoke: {
            id: 'help-deadline',
            src: 'deadline',
            input: ({ context: { outside } }) =>
              inTime(outside, outside.delays.helpNobodyCame, { type: 'NOBODY_CAME' }),
          },
          on: { NOBODY_CAME: { target: 'nobodyCame' } },
        },
        /** Somebody with a badge said that they are busy, and coming. */
        snoozed: {
          invoke: {
            id: 'snooze-deadline',
            src: 'deadline',
            input: ({ context: { outside } }) =>
              inTime(outside, outside.delays.helpSnoozed, { type: 'NOBODY_CAME' }),
          },
          on: { NOBODY_CAME: { target: 'nobodyCame' } },
        },
        nobodyCame: {
          id: IDS.nobodyCame,
          entry: { type: 'audit', params: { entry: 'help.nobody-came', actor: 'system' } },
          on: {
            KEEP_WAITING: { guard: 'helpOnTop', target: 'called' },
            FINISH_LATER: { guard: 'mayParkUnhelped', target: `#${IDS.noHelp}`, actions: 'tellHelpOver' },
          },
        },
      },
    },
  },
});

/** "Leave and clear" asks once, since it cannot be undone. */
export const leave = sessionSetup.createStateConfig({
  initial: 'staying',
  states: {
    staying: { on: { LEAVE: { guard: 'mayLeave', target: 'asking' } } },
    asking: {
      id: IDS.leaving,
      on: {
        LEAVE_CANCEL: { guard: 'leaveOnTop', target: 'staying' },
        LEAVE_CONFIRM: {
          guard: 'leaveOnTop',
          target: `#${IDS.wiping}`,
          actions: { type: 'endAs', params: { how: 'left' } },
        },
        // Someone with a badge has come: the question goes away, the page stays.
        BADGE_SCANNED: { target: 'staying' },
      },
    },
  },
});
