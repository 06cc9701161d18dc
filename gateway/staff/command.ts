import { randomBytes, randomInt } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { parseHkid } from '../../domain/identity/document/hkid.ts';
import { STAFF_ROLES, type StaffRole } from '../../domain/identity/staff.ts';
import { isRealIsoDate } from '../../domain/time.ts';
import { staffRecordSchema } from '../../domain/wire/staff-list.ts';
import { documentIdOf } from '../accept/kinds/member.ts';
import { personKeyOf } from '../accept/person-key.ts';
import { giveUp, giveUpFor, readArguments, say, USUAL_DATA } from '../commands/command.ts';
import { badgeDigest, hashPin } from '../demo-staff.ts';
import { type GatewayParts, openGatewayParts } from '../parts.ts';
import type { StaffChange, StaffRecord } from '../store/store.ts';
import { staffAlerts } from './alerts.ts';

const USAGE = `node gateway/main.ts staff list|alerts [--data ${USUAL_DATA}]
       node gateway/main.ts staff add <number> ${STAFF_ROLES.join('|')} [--data ${USUAL_DATA}]
       node gateway/main.ts staff deactivate|activate|reset-pin|new-badge <number> [--data ${USUAL_DATA}]
       node gateway/main.ts staff trained <number> <date|none> [--data ${USUAL_DATA}]
       node gateway/main.ts staff trained-until <number> <last day|none> [--data ${USUAL_DATA}]
       node gateway/main.ts staff own-record <number> [--data ${USUAL_DATA}]    (identity number on standard input)
`;

const PIN_DIGITS = 6;

/** What is handed to the person, shown this once: the list keeps neither. */
function newPin(): string {
  return String(randomInt(10 ** PIN_DIGITS)).padStart(PIN_DIGITS, '0');
}

function newBadge(staffId: string): string {
  return `EMPF-BADGE:1:${staffId}:${randomBytes(18).toString('base64url')}`;
}

async function add(parts: GatewayParts, staffId: string, role: string | undefined): Promise<void> {
  const known = STAFF_ROLES.find((one): one is StaffRole => one === role);
  if (known === undefined || !staffRecordSchema.shape.staffId.safeParse(staffId).success)
    giveUp(`arguments\n${USAGE}`);
  if ((await parts.store.findStaff(staffId)) !== null) giveUp('somebody has this number already.');
  const [pin, badge] = [newPin(), newBadge(staffId)];
  await parts.store.recordStaff(
    [
      {
        staffId,
        role: known,
        identityTrainedOn: null,
        active: true,
        badgeDigest: badgeDigest(badge),
        pinHash: await hashPin(pin),
        pinVersion: 1,
        mustChangePin: true,
      },
    ],
    parts.now().toISOString(),
  );
  say({ staff: staffId, role: known, badge, startPin: pin });
}

async function change(
  parts: GatewayParts,
  staffId: string,
  changed: StaffChange,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const record = await parts.store.changeStaff(staffId, changed, parts.now().toISOString());
  if (record === null) giveUp('nobody has this number.');
  say({ staff: staffId, ...publicFacts(record), ...more });
}

/** Neither hash nor digest: nothing that opens anything. */
function publicFacts({ role, active, identityTrainedOn, identityTrainedUntil, mustChangePin }: StaffRecord) {
  const end = typeof identityTrainedUntil === 'string' ? { identityTrainedUntil } : {};
  return { role, active, identityTrainedOn, ...end, mustChangePin };
}

/** @param until ISO date: the last day; null: no end */
async function trainedUntil(parts: GatewayParts, staffId: string, until: string | null): Promise<void> {
  const from = (await parts.store.findStaff(staffId))?.identityTrainedOn;
  if (until !== null && from === null) giveUp('this person is not trained: there is nothing to end.');
  if (until !== null && typeof from === 'string' && until < from)
    giveUp('a training cannot end before it began.');
  return change(parts, staffId, () => ({ identityTrainedUntil: until }));
}

async function ownRecord({ store, keys }: GatewayParts, staffId: string): Promise<void> {
  const number = parseHkid((await text(process.stdin)).trim());
  if (!number.ok) giveUp('this is not an identity card number: a character is missing or wrong.');
  const kept = await store.setOwnRecord(
    staffId,
    personKeyOf(documentIdOf(number.value.body), keys.personKey),
  );
  if (!kept) giveUp('nobody has this number.');
  say({ staff: staffId, ownRecord: 'known' });
}

async function run(
  parts: GatewayParts,
  [verb, staffId = '', value, ...more]: readonly string[],
): Promise<void> {
  const usage = (): never => giveUp(`arguments\n${USAGE}`);
  if (more.length > 0 || (value !== undefined && !['add', 'trained', 'trained-until'].includes(verb ?? '')))
    usage();
  switch (verb) {
    case 'list':
      for (const record of await parts.store.allStaff())
        say({ staff: record.staffId, ...publicFacts(record) });
      return;
    case 'alerts':
      for (const alert of staffAlerts(parts.database)) say({ ...alert });
      return;
    case 'add':
      return add(parts, staffId, value);
    case 'deactivate':
    case 'activate':
      return change(parts, staffId, () => ({ active: verb === 'activate' }));
    case 'reset-pin': {
      const pin = newPin();
      const pinHash = await hashPin(pin);
      return change(parts, staffId, () => ({ pinHash, mustChangePin: true }), { startPin: pin });
    }
    case 'new-badge': {
      const badge = newBadge(staffId);
      return change(parts, staffId, () => ({ badgeDigest: badgeDigest(badge), active: true }), { badge });
    }
    case 'trained': {
      if (value === undefined || (value !== 'none' && !isRealIsoDate(value))) return usage();
      // The end that was set belongs to the training before.
      const identityTrainedOn = value === 'none' ? null : value;
      return change(parts, staffId, () => ({ identityTrainedOn, identityTrainedUntil: null }));
    }
    case 'trained-until': {
      if (value === undefined || (value !== 'none' && !isRealIsoDate(value))) return usage();
      return trainedUntil(parts, staffId, value === 'none' ? null : value);
    }
    case 'own-record':
      return ownRecord(parts, staffId);
    default:
      return usage();
  }
}

/** Keeps the record of staff, also while the gateway runs; terminals hear of it at their next look. */
export async function staff(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, USAGE);
  const opened = await openGatewayParts({ dataDir: values.data });
  if (!opened.ok) giveUpFor(opened);
  try {
    await run(opened.value, positionals);
  } finally {
    opened.value.close();
  }
}
