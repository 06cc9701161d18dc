import { join } from 'node:path';
import { AUDIT_CATALOGUE } from '../../domain/terminal/audit/catalogue.ts';
import type { AuditEventFacts } from '../../domain/terminal/audit/facts.ts';
import { AUDIT_EVENTS, type AuditEventId } from '../../domain/terminal/audit/entry.ts';
import type { IntentType } from '../../domain/terminal/intent/intent.ts';
import {
  ACT_OF_INTENT,
  STAFF_ACTS,
  WHY_NOT_SAID,
  type WhyNotSaid,
} from '../../domain/terminal/intent/staff-acts.ts';
import { WHOSE_INTENT } from '../../domain/terminal/intent/whose-intent.ts';
import { projectRoot } from '../lib/paths.ts';

export const CATALOGUE_PATH = join(projectRoot, 'docs', 'audit-catalogue.md');

const HEAD = `# Audit catalogue

Made from \`domain/terminal/audit/\` by \`npm run audit-catalogue\`; a test fails when it is out of date.
Every entry also carries its number, the instant of the trusted clock, which opening of the database it was in and the
milliseconds since then, and where there is one the session's id and the staff number. Details are codes, counts and
references, never anything of a person.

`;

const PHASES: Readonly<Record<AuditEventFacts['phase'], string>> = {
  begins: 'begins',
  completes: 'completes',
  moment: '',
};

/** The whole of docs/audit-catalogue.md. */
export function catalogueText(): string {
  const rows = AUDIT_EVENTS.map((id) => rowOf(id, AUDIT_CATALOGUE[id]));
  return `${HEAD}| event | who | begins or completes | what happened | details |\n|---|---|---|---|---|\n${rows.join('\n')}\n${actsText()}`;
}

/** Acts of staff, and what they ask for that is in no entry. */
function actsText(): string {
  const reasons = Object.entries(WHY_NOT_SAID).map(
    ([why, sentence]) => `| ${sentence} | ${unsaidFor(why as WhyNotSaid)} |`,
  );
  return `
## What staff do

\`staff.acted\` says one of these acts, with part of the way, question, kind, language or kind of field where there is one:
${STAFF_ACTS.map((act) => `\`${act}\``).join(', ')}.

Everything else that staff can ask for has entries of its own (\`domain/terminal/intent/staff-acts.ts\`) or is in none:

| why not | asked for as |
|---|---|
${reasons.join('\n')}
`;
}

function unsaidFor(why: WhyNotSaid): string {
  const types = (Object.keys(ACT_OF_INTENT) as IntentType[]).filter((type) => {
    const said = ACT_OF_INTENT[type];
    return typeof said === 'object' && 'why' in said && said.why === why;
  });
  return types.map((type) => `\`${type}\`${WHOSE_INTENT[type] === 'staff' ? ' (staff)' : ''}`).join(', ');
}

function rowOf(id: AuditEventId, facts: AuditEventFacts): string {
  const phase = facts.of === null ? '' : `${PHASES[facts.phase]} ${facts.of}`.trim();
  const detail = facts.detail.map((key) => `\`${key}\``).join(', ');
  return `| \`${id}\` | ${facts.actors.join(', ')} | ${phase} | ${facts.sentence} | ${detail} |`;
}
