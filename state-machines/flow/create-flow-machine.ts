import { assign, sendTo, setup } from 'xstate';
import type { Answers, Definition, Facts } from '../../domain/catalogue/definition.ts';
import { allPages, checkAnswer, firstOpenPage, type Page, pagesFor } from '../../domain/catalogue/pages.ts';
import { withoutStaleReading } from '../../domain/catalogue/shared/reread.ts';
import type { Records } from '../../domain/records/records.ts';
import type { IdentifiedMember } from '../../domain/registration/draft.ts';
import type { Failure } from '../../domain/result.ts';
import { hongKongDate } from '../../domain/time.ts';
import { askPlatform, type AskPlatformInput, notFetched } from './ask-platform.ts';
import type { FlowEvent, FlowFacts, FlowOutput } from '../flow-contract.ts';
import type { Outside } from '../outside.ts';
import {
  remittanceFileMachine,
  type RemittanceFileInput,
  type RemittanceFileOutput,
} from '../remittance-file/remittance-file.machine.ts';
import { pageFinder, withDraft, withWrongAnswer } from './page-answers.ts';

export interface InstructionInput {
  readonly outside: Outside;
  /** Null where the kind needs nobody identified. */
  readonly identified: IdentifiedMember | null;
  readonly online: boolean;
  /** What of the platform's records was looked up in this visit. */
  readonly records?: Records | null;
  readonly answers: Answers;
  readonly byStaff: readonly string[];
  /** The page to open; null: the first one without an answer. */
  readonly startAt: string | null;
  /** Came by "change" on the review page: only this page and what it leaves open are asked. */
  readonly changing: boolean;
  /** Typed before and not answered, by page: it stands in the fields again. */
  readonly typed?: Answers;
}

interface InstructionContext extends InstructionInput {
  /** As they were on entry; giving up a change restores them. */
  readonly original: FlowFacts<string, Answers>;
  readonly drafts: Answers;
  readonly error: Failure<string> | null;
  /** Id of a page, or `complete` or `back`: no page has such a name. */
  readonly goTo: string;
  /** What the platform said on the page that is open; null: nothing yet, or it is not asked there. */
  readonly told: string | null;
  /** Pages left behind on the way through a change, the latest last. */
  readonly trail: readonly string[];
}

/** What the rules look at, from a flow's context or from a visit that has left the flow. */
export function factsOf(
  of: Pick<InstructionInput, 'outside' | 'identified' | 'online' | 'records' | 'answers'> & {
    readonly told?: string | null;
  },
): Facts {
  const { ports } = of.outside;
  const now = ports.now();
  return {
    answers: of.answers,
    identified: of.identified,
    online: of.online,
    now,
    today: hongKongDate(now),
    data: ports.referenceData(),
    atServiceCentre: of.outside.config.serviceCentre === true,
    heldFile: ports.files?.held() ?? null,
    told: of.told ?? null,
    records: of.records ?? null,
  };
}

function fileAsk(page: Page, facts: Facts): RemittanceFileInput['ask'] {
  const ask = page.step.ask(facts, page.index);
  if (ask.type !== 'file' && ask.type !== 'company-list')
    throw new RangeError('a page with asksFile asks for no file');
  return ask;
}

function platformAsk(page: Page, facts: Facts): AskPlatformInput['question'] {
  const ask = page.step.ask(facts, page.index);
  if (ask.type !== 'statement' || ask.platform === undefined) {
    throw new RangeError('a page with asksPlatform asks nothing of it');
  }
  return ask.platform;
}

interface AtPage {
  readonly page: string;
}

/**
 * The flow of one kind of instruction: a real state for every page its definition can show, in the shape that the
 * registration was written in by hand. A page that no longer applies, or whose answer an earlier one made wrong, is
 * found again on the way to `complete`.
 */
export function createFlowMachine(definition: Definition) {
  const pages = allPages(definition);
  const pageOf = pageFinder(pages);

  function after(context: InstructionContext, id: string): string {
    const facts = factsOf(context);
    const shown = pagesFor(definition, facts).map((page) => page.id);
    const next = context.changing ? undefined : shown[shown.indexOf(id) + 1];
    return next ?? firstOpenPage(definition, facts)?.id ?? 'complete';
  }

  function before(context: InstructionContext, id: string): string {
    if (context.changing) return context.trail.at(-1) ?? 'back';
    const shown = pagesFor(definition, factsOf(context)).map((page) => page.id);
    return shown[shown.indexOf(id) - 1] ?? 'back';
  }

  function firstPage(input: InstructionInput): string {
    const facts = factsOf(input);
    const shown = pagesFor(definition, facts);
    if (input.startAt !== null && shown.some(({ id }) => id === input.startAt)) return input.startAt;
    return firstOpenPage(definition, facts)?.id ?? shown[0]?.id ?? 'complete';
  }

  function withAnswer(
    context: InstructionContext,
    page: string,
    value: string,
    byStaff: boolean,
  ): Partial<InstructionContext> {
    const facts = factsOf(context);
    const checked = checkAnswer(pageOf(page), value, facts);
    // A file that was let go of meanwhile is asked for again, on the same page.
    if (!checked.ok) return { goTo: page };
    const { [page]: _answered, ...drafts } = context.drafts;
    const others = context.byStaff.filter((other) => other !== page);
    const answers = { ...context.answers, [page]: checked.value };
    const answered: InstructionContext = {
      ...context,
      // A warning that now says something else is read anew.
      answers: withoutStaleReading(definition, facts, { ...facts, answers }),
      byStaff: byStaff ? [...others, page] : others,
      drafts,
      error: null,
      trail: [...context.trail, page],
    };
    return { ...answered, goTo: after(answered, page) };
  }

  const flow = setup({
    types: {
      context: {} as InstructionContext,
      events: {} as FlowEvent,
      input: {} as InstructionInput,
      output: {} as FlowOutput<string, Answers>,
    },
    actors: { remittanceFile: remittanceFileMachine, askPlatform },
    guards: {
      goesTo: ({ context }, { page }: AtPage) => context.goTo === page,
      answerIsRight: ({ context, event }, { page }: AtPage) =>
        event.type === 'ANSWER' && checkAnswer(pageOf(page), event.value, factsOf(context)).ok,
      isRead: ({ event }) => event.type === 'ANSWER' && event.value === 'read',
    },
    actions: {
      keepDraft: assign({
        drafts: ({ context, event }, { page }: AtPage) => withDraft(context.drafts, page, event),
      }),
      keepAnswer: assign(({ context, event }, { page }: AtPage) =>
        event.type === 'ANSWER' ? withAnswer(context, page, event.value, event.byStaff) : {},
      ),
      keepFile: assign(
        ({ context }, { page, output }: AtPage & { readonly output: RemittanceFileOutput }) => {
          if (output.outcome === 'back') return {};
          const found = output.outcome === 'taken' ? output.facts : output.list;
          return withAnswer(context, page, JSON.stringify(found), output.byStaff);
        },
      ),
      forgetTold: assign({ told: null }),
      noteTold: assign({ told: (_, { told }: { readonly told: string }) => told }),
      passToFile: sendTo('file', ({ event }) => event),
      keepWrongAnswer: assign(({ context, event }, { page }: AtPage) =>
        withWrongAnswer(context.drafts, pageOf(page), event, factsOf(context)),
      ),
      goBack: assign(({ context }, { page }: AtPage) => ({
        goTo: before(context, page),
        error: null,
        trail: context.trail.slice(0, -1),
      })),
      restoreOriginal: assign(({ context }) => (context.changing ? context.original : {})),
    },
  });

  const pageState = (page: string) =>
    flow.createStateConfig({
      on: {
        FIELD_DRAFT: { actions: { type: 'keepDraft', params: { page } } },
        ANSWER: [
          {
            guard: { type: 'answerIsRight', params: { page } },
            target: 'routing',
            actions: { type: 'keepAnswer', params: { page } },
          },
          { actions: { type: 'keepWrongAnswer', params: { page } } },
        ],
        BACK: { target: 'routing', actions: { type: 'goBack', params: { page } } },
      },
    });

  /** A file is chosen, read and checked in states of its own; only what comes out of them is an answer. */
  const filePageState = (page: string) =>
    flow.createStateConfig({
      invoke: {
        id: 'file',
        src: 'remittanceFile',
        input: ({ context }): RemittanceFileInput => ({
          outside: context.outside,
          ask: fileAsk(pageOf(page), factsOf(context)),
        }),
        onDone: [
          {
            guard: ({ event }) => event.output.outcome !== 'back',
            target: 'routing',
            actions: { type: 'keepFile', params: ({ event }) => ({ page, output: event.output }) },
          },
          { target: 'routing', actions: { type: 'goBack', params: { page } } },
        ],
      },
      on: {
        FILE_OPEN: { actions: 'passToFile' },
        FILE_UP: { actions: 'passToFile' },
        FILE_STOP: { actions: 'passToFile' },
        FILE_AGAIN: { actions: 'passToFile' },
        FILE_SAVE: { actions: 'passToFile' },
        CONTINUE: { actions: 'passToFile' },
        BACK: { actions: 'passToFile' },
      },
    });

  /** Read while the platform is asked; whoever does not wait goes on with what is known by then. */
  const platformPageState = (page: string) =>
    flow.createStateConfig({
      entry: 'forgetTold',
      invoke: {
        id: 'platform',
        src: 'askPlatform',
        input: ({ context }): AskPlatformInput => ({
          outside: context.outside,
          identified: context.identified,
          question: platformAsk(pageOf(page), factsOf(context)),
        }),
        onDone: { actions: { type: 'noteTold', params: ({ event }) => ({ told: event.output }) } },
        onError: {
          actions: {
            type: 'noteTold',
            params: ({ context }) => ({ told: notFetched(platformAsk(pageOf(page), factsOf(context))) }),
          },
        },
      },
      on: {
        ANSWER: {
          guard: 'isRead',
          target: 'routing',
          actions: { type: 'keepAnswer', params: { page } },
        },
        BACK: { target: 'routing', actions: { type: 'goBack', params: { page } } },
      },
    });

  function stateOf({ id, step }: Page) {
    if (step.asksFile === true) return filePageState(id);
    return step.asksPlatform === true ? platformPageState(id) : pageState(id);
  }

  return flow.createMachine({
    id: definition.kind,
    options: { maxIterations: 50 },
    context: ({ input }) => ({
      ...input,
      original: { answers: input.answers, byStaff: input.byStaff },
      drafts: input.typed ?? {},
      error: null,
      goTo: firstPage(input),
      told: null,
      trail: [],
    }),
    initial: 'routing',
    states: {
      routing: {
        always: [
          ...pages.map(({ id }) => ({
            guard: { type: 'goesTo' as const, params: { page: id } },
            target: id,
          })),
          {
            guard: { type: 'goesTo', params: { page: 'back' } },
            target: 'back',
            actions: 'restoreOriginal',
          },
          { target: 'complete' },
        ],
      },
      ...Object.fromEntries(pages.map((page) => [page.id, stateOf(page)])),
      complete: { type: 'final' },
      back: { type: 'final' },
    },
    output: ({ context }) => ({
      answers: context.answers,
      byStaff: context.byStaff,
      ...(context.goTo === 'back' ? { back: true as const } : {}),
    }),
  });
}

export type InstructionMachine = ReturnType<typeof createFlowMachine>;
