import type { InstructionKind } from './kinds.ts';

/** What somebody at a terminal may have come for, in the order of the menu; message `menu.<group>` and `.help`. */
export const MENU_GROUPS = [
  'joining',
  'investing',
  'moving-money',
  'contributions',
  'details',
  'help',
  'calculators',
] as const;
export type MenuGroup = (typeof MENU_GROUPS)[number];

/** An item of the menu: an instruction, or what has a way of its own. */
export type MenuItem = InstructionKind | 'member-registration';

/** What stands under each group, in order. Every kind of instruction stands somewhere (menu.test.ts). */
export const MENU: Readonly<Record<MenuGroup, readonly MenuItem[]>> = {
  joining: ['member-registration', 'scheme-enrolment', 'employer-registration'],
  investing: ['fund-switch', 'mandate-change'],
  'moving-money': ['transfer', 'benefit-withdrawal', 'offsetting-claim'],
  contributions: [
    'contribution-enquiry',
    'employer-remittance',
    'employer-rules',
    'self-employed-contribution',
    'voluntary-contribution',
  ],
  details: ['particulars-change'],
  help: ['call-back', 'complaint', 'visit-request'],
  /** No instructions: what stands here are the calculators (`../calculators/names.ts`). */
  calculators: [],
};
