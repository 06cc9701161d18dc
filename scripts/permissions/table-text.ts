import { join } from 'node:path';
import { PERMISSIONS, STAFF_ACTIONS } from '../../domain/identity/permissions.ts';
import { STAFF_ROLES } from '../../domain/identity/staff.ts';
import { projectRoot } from '../lib/paths.ts';

export const PERMISSIONS_PATH = join(projectRoot, 'docs', 'permissions.md');

const HEAD = `# Who may do what on a terminal

Made from \`domain/identity/permissions.ts\` by \`npm run permissions\`; a test fails when it is out of date. Every guard
asks that table. Nobody of the staff may declare or submit: staff prepare, the member confirms (docs/adr/0003).

`;

/** The whole of docs/permissions.md. */
export function permissionsText(): string {
  const columns = ['action', ...STAFF_ROLES, 'what it is'];
  const rows = STAFF_ACTIONS.map((action) => {
    const { roles, trained, notOneself, sentence } = PERMISSIONS[action];
    const conditions = [...(trained ? ['when trained'] : []), ...(notOneself ? ['never oneself'] : [])];
    const yes = ['yes', ...conditions].join(', ');
    return [`\`${action}\``, ...STAFF_ROLES.map((role) => (roles.includes(role) ? yes : '')), sentence];
  });
  const lines = [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `${HEAD}${lines.join('\n')}\n`;
}
