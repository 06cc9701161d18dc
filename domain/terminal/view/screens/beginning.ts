import type { InstructionKind } from '../../../kinds/kinds.ts';
import type { MenuGroup, MenuItem } from '../../../kinds/menu.ts';
import type { WhereNext } from '../../../reference-data/look-up/where-next.ts';
import type { LocalText } from '../../../reference-data/schema/common.ts';
import type { Failure } from '../../../result.ts';
import type { LanguageOffers } from '../own-language-view.ts';

/** How a visit begins: language, what somebody came for, the notice. */
export type BeginningScreen =
  | { readonly id: 'language'; readonly tickets?: true }
  /** What is collected and who gets it: for a registration, or for an instruction of somebody registered. */
  | {
      readonly id: 'notice';
      readonly about: 'registration' | 'instruction';
      /** What the platform wants people to read now (reference data); no part of the notice and its digest. */
      readonly texts?: readonly LocalText[];
      /** While staff hold it: languages in which signed-off words can be put to the member. */
      readonly languages?: LanguageOffers;
    }
  /** What somebody came for; null: which group, else what of it. */
  | {
      readonly id: 'menu';
      readonly group: MenuGroup | null;
      readonly items: readonly MenuEntry[];
      readonly tickets?: true;
    }
  /** It would be refused later: said now, with the next step. */
  | {
      readonly id: 'instruction-refused';
      readonly kind: InstructionKind;
      readonly refusal: Failure<string>;
      readonly where?: readonly WhereNext[];
    };

/** One entry of the menu, and what there is to know about it now. */
export interface MenuEntry {
  readonly item: MenuItem;
  /** It is only prepared or not taken now; or it is submitted with iAM Smart and only prepared without. */
  readonly remark: 'prepare' | 'refuse' | 'iam-smart' | null;
}
