import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Ask } from '../../domain/catalogue/ask.ts';
import { CATALOGUE } from '../../domain/catalogue/catalogue.ts';
import { type Definition, type Facts, isRepeat, type Step } from '../../domain/catalogue/definition.ts';
import { allPages, wordsOf as prefixOf } from '../../domain/catalogue/pages.ts';
import { answer, chooser } from '../../domain/catalogue/testing/answering.ts';
import { KIND_FACTS } from '../../domain/kinds/kinds.ts';
import { sampleRecords } from '../../gateway/records/sample.ts';
import { wordsOf } from '../../domain/messages/catalogue.ts';
import { LOOK_UP_ASSURANCE, type Records } from '../../domain/records/records.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';

export const CATALOGUE_PATH = new URL('../../docs/catalogue.md', import.meta.url).pathname;

const HEADER = `# The catalogue of instructions

Printed by \`npm run catalogue\` from \`domain/catalogue\`; a test compares. Everything that a member or an employer can
leave at a terminal besides a registration (which has a flow of its own, \`state-machines/registration.machine.ts\`).

*Offline*: \`keep\` is sealed and sent later; \`prepare\` is not submitted, the member is told what to bring where.
*Assurance*: DESIGN.md, *Who may do what*. Level 3 takes iAM Smart; without it, it ends as prepared.
`;

/** Invented people of the ages that the rules tell apart; nobody here is anybody. */
const YEARS_OF_BIRTH = [1985, 1964, 1958];
const NOW = '2026-11-23T04:00:00.000Z';
/** The rarest page that anybody here comes to is met in run 77; some are met by nobody here. */
const MOST_RUNS = 150;
/** Pages that use records come early in every run; the rare ones after them are found without. */
const RUNS_WITH_RECORDS = 20;

/** What somebody's records may look like: pages that use them are shown with and without. */
const RECORDS = sampleRecords({ body: 'A123456', check: '3' }, EMBEDDED_REFERENCE_DATA, NOW.slice(0, 10));

function factsOf(year: number, records: Records | null): Facts {
  return {
    answers: {},
    identified: {
      means: 'reader',
      document: {
        kind: 'hkid',
        number: { body: 'A123456', check: '3' },
        surname: 'LOK',
        givenNames: 'Wing Sum',
        nameChinese: null,
        dateOfBirth: { year, month: 3, day: 14 },
        sex: null,
        dateOfIssue: null,
        authenticity: { method: 'none', result: 'not-performed', middleware: '' },
      },
    },
    online: true,
    now: NOW,
    today: NOW.slice(0, 10),
    data: EMBEDDED_REFERENCE_DATA,
    records,
  };
}

/** What each page was seen to ask; the same step may ask differently after other answers. */
function askedBy(definition: Definition): ReadonlyMap<string, Ask['type']> {
  const steps = new Map(allPages(definition).map((page) => [page.id, page]));
  const asked = new Map<string, Ask['type']>();
  // Pages of who typed their number are asked of nobody here.
  const all = new Set(
    [...steps.values()]
      .filter(({ step }) => step.words?.startsWith('ask.identity') !== true)
      .map(({ step }) => step.id),
  );
  const known = RECORDS.find(({ what }) => what === definition.lookUp) ?? null;
  const plain = YEARS_OF_BIRTH.map((year) => factsOf(year, null));
  const withRecords = known === null ? [] : YEARS_OF_BIRTH.map((year) => factsOf(year, known));
  for (let seed = 1; seed <= MOST_RUNS && asked.size < all.size; seed += 1) {
    for (const start of seed > RUNS_WITH_RECORDS ? plain : [...plain, ...withRecords]) {
      const { facts, pages } = answer(definition, start, chooser(seed));
      for (const id of pages) {
        const page = steps.get(id);
        if (page !== undefined) asked.set(page.step.id, page.step.ask(facts, page.index).type);
      }
    }
  }
  return asked;
}

function pageRows(definition: Definition): readonly string[] {
  const asked = askedBy(definition);
  return definition.steps.flatMap((part) => {
    const steps: readonly Step[] = isRepeat(part) ? part.steps : [part];
    const often = isRepeat(part) ? `, for each ${part.repeat} (at most ${String(part.most)})` : '';
    return steps.map((step) => {
      const prefix = prefixOf(definition.kind, { id: step.id, step, index: 1 });
      const heading = (locale: 'en' | 'zh-Hant'): string => wordsOf(locale, `${prefix}.heading`);
      const when = step.when === undefined ? 'always' : 'when it applies';
      const type = asked.get(step.id) ?? '–';
      return `| \`${step.id}\` | ${type} | ${when}${often} | ${heading('zh-Hant')} | ${heading('en')} |`;
    });
  });
}

/** Codes of the rules that a kind's own words are for. */
function rulesOf({ kind }: Definition): string {
  const file = new URL(`../../domain/messages/en/instructions/${kind}.ts`, import.meta.url);
  const codes = [...readFileSync(file, 'utf8').matchAll(/'rule\.([a-z0-9-]+)'/g)].map(
    ([, code]) => code ?? '',
  );
  return codes.length === 0 ? 'those of its shared pages' : codes.map((code) => `\`${code}\``).join(', ');
}

function lookUpLine({ lookUp }: Definition): string {
  if (lookUp === undefined) return '';
  return ` Before its pages it offers to look up: ${lookUp} (level ${String(LOOK_UP_ASSURANCE[lookUp])}, ADR 0025).`;
}

function chapter(definition: Definition): string {
  const { kind, schemaVersion, sources, details } = definition;
  const { assurance, offline, validForHours } = KIND_FACTS[kind];
  const lapses = validForHours === null ? 'never' : `after ${String(validForHours)} hours`;
  const schema = JSON.stringify(z.toJSONSchema(details, { io: 'output', unrepresentable: 'any' }));
  return `
## ${kind}

${wordsOf('zh-Hant', `kind.${kind}.name`)} · ${wordsOf('en', `kind.${kind}.name`)}

| assurance | offline | lapses | schema version | rules from facts/domain.md |
|---|---|---|---|---|
| ${String(assurance)} | ${offline} | ${lapses} | ${String(schemaVersion)} | ${sources.join(', ')} |

Rules: ${rulesOf(definition)}.${lookUpLine(definition)}

| page | asks | shown | 繁體中文 | English |
|---|---|---|---|---|
${pageRows(definition).join('\n')}

<details><summary>payload: <code>details</code> (JSON Schema)</summary>

\`\`\`json
${schema}
\`\`\`

</details>
`;
}

/** docs/catalogue.md as the definitions say it. */
export function catalogueText(): string {
  return HEADER + Object.values(CATALOGUE).map(chapter).join('');
}
