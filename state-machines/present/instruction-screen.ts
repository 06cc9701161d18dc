import { type Label, message } from '../../domain/catalogue/ask.ts';
import { definitionOf } from '../../domain/catalogue/catalogue.ts';
import type { Facts } from '../../domain/catalogue/definition.ts';
import { endingOf, needsIamSmart } from '../../domain/catalogue/ending.ts';
import { describe } from '../../domain/catalogue/describe.ts';
import { pagesFor, wordsOf } from '../../domain/catalogue/pages.ts';
import { KIND_FACTS } from '../../domain/kinds/kinds.ts';
import { MENU, type MenuGroup, type MenuItem } from '../../domain/kinds/menu.ts';
import { identityRows, mismatchRows, provenRows } from '../../domain/registration/review.ts';
import type { AskedRow, ReviewRow } from '../../domain/terminal/view/rows.ts';
import type { MenuEntry } from '../../domain/terminal/view/screens/beginning.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import type { SessionParts } from '../children.ts';
import { factsOf } from '../flow/create-flow-machine.ts';
import { fileScreen } from '../remittance-file/file-screen.ts';
import { instructionPage } from '../flow/flows.ts';
import { mismatchCase } from '../session/about-member/mismatch.ts';
import { withTickets } from './ticket-screen.ts';
import { whereTo } from './where.ts';
import { mismatchBring } from './mismatch-screen.ts';
import { instructionEnding } from '../session/context/answered.ts';
import type { Instruction } from '../session/context/visit.ts';
import type { SessionContext } from '../session/context/context.ts';

/** What has to be brought where a kind says nothing else. */
const ID_CARD_ALONE: readonly Label[] = [message('prepared.id-card')];

/** The pages of the menu and of an instruction; null on any other. */
export function instructionScreen(
  { session, instruction: flow, file }: SessionParts,
  inJourney: (journey: string) => boolean,
): Screen | null {
  const { context } = session;
  const { menuGroup, instruction } = context.visit;
  if (inJourney('menu')) {
    const screen = menuScreen(menuGroup, context);
    return menuGroup === null ? { ...screen, ...withTickets(context.outside) } : screen;
  }
  if (instruction === null) return null;
  const { kind, refusal } = instruction;
  if (inJourney('instructionRefused') && refusal !== null)
    return { id: 'instruction-refused', kind, refusal, where: whereTo(context.outside, 'any') };
  if (inJourney('instructionReview')) return reviewScreen(context, instruction);
  if (inJourney('prepared')) {
    const why = instructionEnding(context)?.why ?? 'assurance';
    return {
      id: 'prepared',
      kind,
      why,
      bring: [
        ...(definitionOf(kind).bring?.(facts(context, instruction)) ?? ID_CARD_ALONE),
        ...mismatchBring(context),
      ],
      where: whereTo(context.outside, why === 'assurance' ? 'service-centre' : 'any'),
    };
  }
  if (flow === null || !inJourney('instruct')) return null;
  const shown = instructionPage(kind, flow);
  if (shown === null) return null;
  if (file !== null) return fileScreen(kind, file);
  const { page, value } = shown;
  const flowFacts = factsOf(flow.context);
  const about = page.step.about?.(flowFacts, page.index) ?? null;
  const before = page.step.identifies === true ? flow.context.answers[page.id] : undefined;
  const given = context.visit.assist === null ? undefined : before;
  return {
    id: 'ask',
    kind,
    page: page.id,
    words: wordsOf(kind, page),
    index: page.index,
    ask: page.step.ask(flowFacts, page.index),
    // What was typed wrong stands there to be put right.
    value: given === undefined || flow.context.error !== null ? value : '',
    error: flow.context.error,
    changing: flow.context.changing,
    ...(about === null ? {} : { about }),
    ...(given === undefined ? {} : { given }),
  };
}

/** What more the receipt of an instruction says. */
export function toldOf(context: SessionContext): readonly Label[] {
  const { instruction } = context.visit;
  if (instruction === null) return [];
  return definitionOf(instruction.kind).tell?.(facts(context, instruction)) ?? [];
}

function menuScreen(group: MenuGroup | null, context: SessionContext): Screen {
  const items = group === null ? [] : MENU[group];
  const entries = items.map((item): MenuEntry => ({
    item,
    remark: remarkOn(item, context),
  }));
  return { id: 'menu', group, items: entries };
}

function remarkOn(item: MenuItem, { online, outside }: SessionContext): MenuEntry['remark'] {
  if (!online && KIND_FACTS[item].offline === 'refuse') return 'refuse';
  if (endingOf(item, online).how === 'prepare') return 'prepare';
  return needsIamSmart(item) && outside.config.serviceCentre !== true ? 'iam-smart' : null;
}

function facts({ outside, online, visit }: SessionContext, { answers }: Instruction): Facts {
  return factsOf({ outside, online, identified: visit.identified, records: visit.lookUp.records, answers });
}

/** One row for each page that was answered. */
export function askedRows(context: SessionContext, instruction: Instruction): readonly AskedRow[] {
  const { kind, byStaff } = instruction;
  const now = facts(context, instruction);
  return pagesFor(definitionOf(kind), now).flatMap((page): readonly AskedRow[] => {
    const lines = describe(page, now.answers[page.id] ?? '', now);
    if (lines.length === 0) return [];
    const { id, index } = page;
    return [{ page: id, words: wordsOf(kind, page), index, lines, byStaff: byStaff.includes(id) }];
  });
}

function reviewScreen(context: SessionContext, instruction: Instruction): Screen {
  return {
    id: 'instruction-review',
    kind: instruction.kind,
    identity: whoItIsFrom(context),
    rows: askedRows(context, instruction),
    listed: definitionOf(instruction.kind).listed?.(facts(context, instruction)) ?? [],
    ending: instructionEnding(context)?.how ?? 'submit',
  };
}

/** As on the review page of a registration: the number masked, since the name stands beside it. */
function whoItIsFrom(context: SessionContext): readonly ReviewRow[] {
  const { identified } = context.visit;
  if (identified === null) return [];
  return [
    ...identityRows({ identified, answers: {}, byStaff: [] }),
    ...mismatchRows(mismatchCase(context).mismatch),
    ...provenRows(context.visit),
  ];
}
