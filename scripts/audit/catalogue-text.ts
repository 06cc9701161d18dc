import { join } from 'node:path';
import { AUDIT_CATALOGUE } from '../../domain/terminal/audit/catalogue.ts';
import type { AuditEventFacts } from '../../domain/terminal/audit/facts.ts';
import { AUDIT_EVENTS, type AuditEventId } from '../../domain/terminal/audit/entry.ts';
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
  return `${HEAD}| event | who | begins or completes | what happened | details |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
}

function rowOf(id: AuditEventId, facts: AuditEventFacts): string {
  const phase = facts.of === null ? '' : `${PHASES[facts.phase]} ${facts.of}`.trim();
  const detail = facts.detail.map((key) => `\`${key}\``).join(', ');
  return `| \`${id}\` | ${facts.actors.join(', ')} | ${phase} | ${facts.sentence} | ${detail} |`;
}
