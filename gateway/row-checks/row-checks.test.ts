import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { SAMPLE_RULES } from '../../domain/catalogue/testing/sample-rules.ts';
import type { Cells } from '../../domain/remittance/row.fixture.ts';
import { NOW } from '../testing/gateway.ts';
import { BAKERY, employeeRow, instructionOf, remittance, rowsOf } from '../testing/remittances.ts';
import { ACCEPTED, DIFFER, gatewayThatChecks, must, THREE, TO_CORRECT } from './checking.fixture.ts';

const gateway = gatewayThatChecks();

describe('an employer’s file is there with its submission', () => {
  it('nothing is accepted before its rows were checked, and then once', async () => {
    const one = await remittance(gateway.terminal(), rowsOf(...THREE), 3);
    await gateway.leave(one);
    expect(await gateway.decisionsOn(one)).toEqual([]);
    const { reference } = one.submission.envelope;
    expect(await gateway.parts().rowChecks.run()).toEqual([{ reference, outcome: ACCEPTED, held: 0 }]);
    expect(await gateway.parts().rowChecks.run()).toEqual([]);
    expect(await gateway.decisionsOn(one)).toEqual([ACCEPTED]);
  });

  it('also when the file came first', async () => {
    const one = await remittance(gateway.terminal(), rowsOf(...THREE), 3);
    await gateway.leaveFile(one);
    expect(await gateway.parts().rowChecks.run()).toEqual([]);
    expect(await gateway.leaveSubmission(one)).toBeNull();
    await gateway.parts().rowChecks.run();
    expect(await gateway.decisionsOn(one)).toEqual([ACCEPTED]);
  });

  it('not while a piece of it is missing', async () => {
    const one = await remittance(gateway.terminal(), rowsOf(...THREE), 3);
    await gateway.leaveSubmission(one);
    must(await gateway.parts().attachments.announce(one.file.manifest));
    expect(await gateway.parts().rowChecks.run()).toEqual([]);
    expect(await gateway.decisionsOn(one)).toEqual([]);
  });

  it('and waits for the time of its processing like any other', async () => {
    await gateway.startedAgain({ afterMs: 60_000 });
    const one = await remittance(gateway.terminal(), rowsOf(...THREE), 3);
    await gateway.leave(one);
    await gateway.parts().store.processDue('2026-11-22T03:30:00.000Z');
    expect(await gateway.decisionsOn(one)).toEqual([]);
    expect(await gateway.parts().rowChecks.run()).toMatchObject([{ outcome: null, held: 0 }]);
    await gateway.parts().store.processDue('2026-11-22T03:10:59.999Z');
    expect(await gateway.decisionsOn(one)).toEqual([]);
    await gateway.parts().store.processDue('2026-11-22T03:11:00.000Z');
    expect(await gateway.decisionsOn(one)).toEqual([ACCEPTED]);
  });

  it('each of several by itself', async () => {
    const good = await remittance(gateway.terminal(), rowsOf(...THREE), 3);
    const bad = await remittance(gateway.terminal(), rowsOf(...THREE), 2);
    const other = await remittance(gateway.terminal(), rowsOf(employeeRow(9)), 1);
    for (const one of [good, bad, other]) await gateway.leave(one);
    expect((await gateway.parts().rowChecks.run()).map(({ outcome }) => outcome)).toEqual([
      ACCEPTED,
      DIFFER,
      ACCEPTED,
    ]);
  });

  it('others are served while it is checked', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => employeeRow(index));
    const content = rowsOf(...many);
    await gateway.leave(await remittance(gateway.terminal(), content, 1000));
    const check = { running: true };
    const done = gateway
      .parts()
      .rowChecks.run()
      .finally(() => {
        check.running = false;
      });
    let turns = 0;
    for (; check.running; turns += 1) await turn();
    expect((await done)[0]?.outcome).toEqual(ACCEPTED);
    expect(turns).toBeGreaterThan(content.length / (16 * 1024));
  });
});

describe('what the submission states is not what the rows come to', () => {
  const wrongTotals = {
    ...{ relevantIncome: '60000.00', ermc: '3000.00', eemc: '3000.00', ervc: '0.00', ervc2: '0.00' },
    ...{ eevc: '0.00', employerSurcharge: '0.00', employeeSurcharge: '0.00', total: '6000.01' },
  };
  it.each<[string, number, object, object]>([
    ['a total', 3, { totals: wrongTotals }, {}],
    ['fewer rows', 2, {}, {}],
    ['more rows', 4, {}, {}],
    ['another period', 3, { periods: [{ start: '2026-10-01', end: '2026-10-31' }] }, {}],
    ['another scheme’s registration number', 3, { schemeRegistrationNo: 'MT00299' }, {}],
    ['another file', 3, {}, { digest: 'A'.repeat(43) }],
    ['another length', 3, {}, { bytes: 1 }],
    ['rules that nobody described', 3, { heldAgainst: '0190d5a8-0000-7000-8000-00000000aaaa' }, {}],
  ])('%s: rejected', async (_what, count, change, fileChange) => {
    const one = await remittance(gateway.terminal(), rowsOf(...THREE), count, change, fileChange);
    await gateway.leave(one);
    expect(await gateway.parts().rowChecks.run()).toMatchObject([{ outcome: DIFFER, held: 0 }]);
    expect(await gateway.decisionsOn(one)).toEqual([DIFFER]);
  });

  it.each<[string, string | Uint8Array, number]>([
    ['bytes that are no text', Buffer.from([0, 255, 1, 254, 2, 253]), 1],
    ['a spreadsheet', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3, 4]), 1],
    ['UTF-8 with a byte order mark', `\ufeff${rowsOf(...THREE)}`, 3],
    ['a header row', `${Array(47).fill('Staff No.').join(',')}\r\n${rowsOf(...THREE)}`, 3],
    ['semicolons between the cells', rowsOf(...THREE).replaceAll(',', ';'), 3],
  ])('%s: rejected', async (_what, content, count) => {
    const one = await remittance(gateway.terminal(), content, count);
    await gateway.leave(one);
    expect(await gateway.parts().rowChecks.run()).toMatchObject([{ outcome: DIFFER, held: 0 }]);
  });

  it('a file that was sealed for another submission cannot be opened: rejected', async () => {
    const one = await remittance(gateway.terminal(), rowsOf(...THREE), 3, {}, {}, v7());
    await gateway.leave(one);
    expect(await gateway.parts().rowChecks.run()).toMatchObject([{ outcome: DIFFER, held: 0 }]);
  });

  it('rows in a file that the envelope does not name: rejected as it arrives', async () => {
    const one = await remittance(gateway.terminal(), rowsOf(...THREE), 3, {}, { id: v7() });
    expect(await gateway.leaveSubmission(one)).toEqual({ state: 'rejected', code: 'payload-refused' });
  });
});

describe('a row is wrong', () => {
  it.each<[string, Cells]>([
    ['its total', { total: '1.00' }],
    ['its employee’s number', { idNo: 'C0000001' }],
    ['the account of another company', { employerAccountNo: '12345678' }],
    ['of another scheme than the first', { schemeRegistrationNo: 'MT00300' }],
  ])('%s: to be corrected, and only how many is kept', async (_what, change) => {
    const one = await remittance(gateway.terminal(), rowsOf(employeeRow(0), employeeRow(1, change)), 2);
    await gateway.leave(one);
    expect(await gateway.parts().rowChecks.run()).toMatchObject([{ outcome: TO_CORRECT, held: 1 }]);
    expect(await gateway.decisionsOn(one)).toEqual([TO_CORRECT]);
  });

  it('one employee twice, with the second held back', async () => {
    await gateway.leave(await remittance(gateway.terminal(), rowsOf(employeeRow(0), employeeRow(0)), 2));
    expect(await gateway.parts().rowChecks.run()).toMatchObject([{ outcome: TO_CORRECT, held: 1 }]);
  });

  it('and the corrected file is accepted in its place', async () => {
    const wrong = await remittance(gateway.terminal(), rowsOf(employeeRow(0, { total: '1.00' })), 1);
    await gateway.leave(wrong);
    await gateway.parts().rowChecks.run();
    const right = await remittance(gateway.terminal(), rowsOf(employeeRow(0)), 1);
    await gateway.leave(right);
    expect(await gateway.parts().rowChecks.run()).toMatchObject([{ outcome: ACCEPTED }]);
    expect(await gateway.decisionsOn(wrong)).toEqual([TO_CORRECT]);
  });

  it('neither what is told of it nor the database holds anything of a row', async () => {
    const one = await remittance(gateway.terminal(), rowsOf(employeeRow(7, { total: '1.00' })), 1);
    await gateway.leave(one);
    const told = JSON.stringify(await gateway.parts().rowChecks.run());
    const { idNo = '' } = employeeRow(7);
    expect(told).not.toContain(idNo);
    for (const name of readdirSync(gateway.dataDir())) {
      if (!name.startsWith('gateway.sqlite')) continue;
      const bytes = readFileSync(join(gateway.dataDir(), name));
      for (const secret of [idNo, 'MT00298', '20000.00']) expect(bytes.includes(secret)).toBe(false);
    }
  });
});

describe('the submission names what the employer described', () => {
  const { ruleSet } = SAMPLE_RULES;
  const onlyOne = { ...ruleSet, memberClasses: ruleSet.memberClasses.slice(1) };

  async function described(details: object = {}): Promise<string> {
    const content = instructionOf('employer-rules', {
      company: { name: BAKERY.name, employerAccount: BAKERY.account },
      scheme: BAKERY.scheme,
      authority: { action: 'describe-rules', role: 'company-authorised' },
      ruleSet: onlyOne,
      ...details,
    });
    const request = await gateway.terminal().seal(content, { kind: 'employer-rules' });
    expect(must(await gateway.parts().accepting.accept(request)).answer.outcome).toEqual(ACCEPTED);
    return request.envelope.id;
  }

  it('and a row without what it describes is to be corrected', async () => {
    const heldAgainst = await described();
    await gateway.leave(await remittance(gateway.terminal(), rowsOf(...THREE), 3, { heldAgainst }));
    expect(await gateway.parts().rowChecks.run()).toMatchObject([{ outcome: TO_CORRECT, held: 3 }]);
  });

  it('of another account: rejected', async () => {
    const heldAgainst = await described({
      company: { name: BAKERY.name, employerAccount: '12345678' },
    });
    await gateway.leave(await remittance(gateway.terminal(), rowsOf(...THREE), 3, { heldAgainst }));
    expect(await gateway.parts().rowChecks.run()).toMatchObject([{ outcome: DIFFER }]);
  });

  it('and what was described anew since does not count for it', async () => {
    const later = { ...onlyOne, from: '2027-01-01' };
    const heldAgainst = await described({ ruleSet: later });
    await described();
    await gateway.leave(await remittance(gateway.terminal(), rowsOf(...THREE), 3, { heldAgainst }));
    expect(await gateway.parts().rowChecks.run()).toMatchObject([{ outcome: ACCEPTED }]);
  });

  it('which was not accepted after all: the newest that was counts', async () => {
    await described();
    const content = { ruleSet: { ...onlyOne, from: '2027-01-01' } };
    const heldAgainst = await described(content);
    const reference = (await gateway.parts().store.listArrivals(1))[0]?.envelope.reference ?? '';
    must(await gateway.parts().store.decide(reference, { state: 'rejected', code: 'payload-refused' }, NOW));
    await gateway.leave(await remittance(gateway.terminal(), rowsOf(...THREE), 3, { heldAgainst }));
    expect(await gateway.parts().rowChecks.run()).toMatchObject([{ outcome: TO_CORRECT, held: 3 }]);
  });

  it('with a rule file of the employer’s own beside it, which is not here: amounts are not judged', async () => {
    const heldAgainst = await described();
    const file = { rules: 'r'.repeat(43) };
    const rows = rowsOf(employeeRow(0, { basicSalary: '18000.00' }));
    await gateway.leave(await remittance(gateway.terminal(), rows, 1, { heldAgainst }, file));
    expect(await gateway.parts().rowChecks.run()).toMatchObject([{ outcome: ACCEPTED }]);
  });
});
