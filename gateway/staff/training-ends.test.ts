import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  STAFF_LIST_PATH,
  STAFF_LIST_READS,
  staffListResponseSchema,
  staffListSchema,
  staffRecordSchema,
} from '../../domain/wire/staff-list.ts';
import { demoStaff } from '../demo-staff.ts';
import { enrolTerminal } from '../enrolment.ts';
import { startTestGateway, type TestGateway } from '../testing/gateway.ts';

/** As a terminal before the end of a training was on the list read it: strict. */
const olderListSchema = staffListSchema.extend({
  staff: z.array(staffRecordSchema.omit({ identityTrainedUntil: true }).strict()),
});

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await startTestGateway();
  const staff = (await demoStaff()).map((member) => ({
    ...member,
    identityTrainedUntil: member.staffId === 'S2041' ? '2026-11-21' : '2027-11-21',
  }));
  const { dataDir, url: gatewayUrl } = gateway;
  const now = () => new Date('2026-11-22T03:00:00.000Z');
  const enrolled = await enrolTerminal({ dataDir, terminalId: 'K0200', gatewayUrl, staff, now });
  expect(enrolled.ok).toBe(true);
  const { staffList } = z.object({ staffList: z.string() }).parse(enrolled.ok ? enrolled.value : null);
  expect(olderListSchema.safeParse(decodeJwt(staffList)).success).toBe(true);
});
afterEach(() => gateway.stop());

async function listFor(headers: Readonly<Record<string, string>>): Promise<unknown> {
  const { json } = await gateway.get(STAFF_LIST_PATH, {
    authorization: `Bearer ${gateway.terminal.enrolment.credential}`,
    ...headers,
  });
  return decodeJwt(staffListResponseSchema.parse(json).staffList);
}

const NEWER = { [STAFF_LIST_READS.header]: STAFF_LIST_READS.trainingEnds };

describe('the end of a training on the signed staff list', () => {
  it('is told to a terminal that reads it', async () => {
    const { staff } = staffListSchema.parse(await listFor(NEWER));
    expect(staff.find(({ staffId }) => staffId === 'S2041')).toMatchObject({
      identityTrainedOn: '2026-03-02',
      identityTrainedUntil: '2026-11-21',
    });
  });

  it('breaks no older terminal: the list has no field it would refuse, and whose training is over is not trained', async () => {
    // In either order, so that neither is given what was signed for the other.
    await listFor(NEWER);
    const { staff } = olderListSchema.parse(await listFor({}));
    await listFor(NEWER);
    expect(olderListSchema.safeParse(await listFor({})).success).toBe(true);
    expect(staff.find(({ staffId }) => staffId === 'S2041')?.identityTrainedOn).toBeNull();
    expect(staff.filter(({ identityTrainedOn }) => identityTrainedOn !== null).length).toBeGreaterThan(0);
  });
});
