import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADULT_01, adultNumber, attestedBy } from '../testing/people.ts';
import { approvedBy, READ, SESSION, type SigningIn, startSigningIn } from './signing-in.fixture.ts';

const OTHER_SESSION = '0190d5a8-0000-7000-8000-00000000b002';
const TOO_LATE = { ok: false, code: 'too-late' };

let one: SigningIn;
beforeEach(async () => {
  one = await startSigningIn();
});
afterEach(() => one.stop());

describe('a member signs in with their phone', () => {
  it('scans, approves, and the terminal gets the gateway’s word', async () => {
    const begun = await one.begin();
    expect(begun.secondsLeft).toBe(120);
    expect(await one.state(begun.id)).toEqual({ state: 'waiting', token: null });
    await one.phone(begun, { is: 'scanned' });
    expect(await one.state(begun.id)).toEqual({ state: 'scanned', token: null });
    await one.phone(begun, approvedBy(ADULT_01));
    const { state, token } = await one.state(begun.id);
    expect(state).toBe('approved');
    expect(token).not.toBeNull();
    // An answer that was lost on the way is given again, the same.
    expect((await one.state(begun.id)).token).toBe(token);
  });

  it('approves at once, without being seen to scan', async () => {
    const begun = await one.begin();
    expect(await one.phone(begun, approvedBy(ADULT_01))).toEqual({ ok: true, value: 'approved' });
  });

  it('declines', async () => {
    const begun = await one.begin();
    await one.phone(begun, { is: 'scanned' });
    await one.phone(begun, { is: 'refused' });
    expect(await one.state(begun.id)).toEqual({ state: 'refused', token: null });
  });

  it('is somebody else than the card’s holder', async () => {
    const begun = await one.begin();
    await one.phone(begun, approvedBy(adultNumber(7)));
    expect(await one.state(begun.id)).toEqual({ state: 'different-person', token: null });
  });

  it('takes longer than the code lasts', async () => {
    const begun = await one.begin();
    one.setNow('2026-11-22T03:11:59.999Z');
    expect((await one.state(begun.id)).state).toBe('waiting');
    one.setNow('2026-11-22T03:12:00.000Z');
    expect((await one.state(begun.id)).state).toBe('expired');
    expect(await one.phone(begun, approvedBy(ADULT_01))).toEqual(TOO_LATE);
    expect((await one.state(begun.id)).state).toBe('expired');
  });
});

describe('an answer of the phone counts once, and for nobody but who asked', () => {
  it('approved twice, or declined after it was approved: the first stands', async () => {
    const begun = await one.begin();
    await one.phone(begun, approvedBy(ADULT_01));
    const { token } = await one.state(begun.id);
    expect(await one.phone(begun, approvedBy(ADULT_01))).toEqual(TOO_LATE);
    expect(await one.phone(begun, { is: 'refused' })).toEqual(TOO_LATE);
    expect(await one.phone(begun, { is: 'scanned' })).toEqual(TOO_LATE);
    expect(await one.state(begun.id)).toEqual({ state: 'approved', token });
  });

  it('approved after it was declined, or after somebody else tried: still nothing', async () => {
    for (const first of [{ is: 'refused' } as const, approvedBy(adultNumber(7))]) {
      const begun = await one.begin();
      await one.phone(begun, first);
      expect(await one.phone(begun, approvedBy(ADULT_01))).toEqual(TOO_LATE);
      expect((await one.state(begun.id)).token).toBeNull();
    }
  });

  it('approved after the visit ended it', async () => {
    const begun = await one.begin();
    expect((await one.end(begun.id)).status).toBe(200);
    expect(await one.phone(begun, approvedBy(ADULT_01))).toEqual(TOO_LATE);
    expect((await one.state(begun.id)).state).toBe('unknown');
    expect((await one.end(begun.id)).status).toBe(200);
  });

  it('approved after the terminal drew another code', async () => {
    const begun = await one.begin();
    const newer = await one.begin();
    expect(await one.phone(begun, approvedBy(ADULT_01))).toEqual(TOO_LATE);
    expect((await one.state(begun.id)).state).toBe('unknown');
    expect((await one.state(newer.id)).state).toBe('waiting');
  });

  it('asked for by another visit or another terminal: as if it had never been', async () => {
    const begun = await one.begin();
    await one.phone(begun, approvedBy(ADULT_01));
    const other = await one.gateway.enrol('K0400');
    expect((await one.state(begun.id, OTHER_SESSION)).state).toBe('unknown');
    expect((await one.state(begun.id, SESSION, other)).state).toBe('unknown');
    expect((await one.state('A'.repeat(22))).state).toBe('unknown');
    await one.end(begun.id, OTHER_SESSION);
    expect((await one.state(begun.id)).state).toBe('approved');
  });

  it('a code that nobody drew', async () => {
    expect(await one.parts.signIns.tell('nobody', { is: 'scanned' })).toEqual(TOO_LATE);
  });
});

describe('what is not begun', () => {
  it('for a number that was only typed; for one that staff saw, it is', async () => {
    const typed = (payload: typeof READ) => ({
      ...payload,
      identification: { ...payload.identification, means: 'typed' as const },
    });
    expect(await one.ask(typed(READ))).toMatchObject({ status: 422, json: { code: 'assurance-too-low' } });
    expect((await one.ask(typed(attestedBy(ADULT_01.identification.attestation)))).status).toBe(201);
  });

  it('for another terminal, or without a credential', async () => {
    const other = await one.gateway.enrol('K0400');
    const claim = await other.claim({
      person: { hkid: ADULT_01.person.hkid },
      identification: READ.identification,
    });
    expect(
      (await one.gateway.call('POST', '/v1/iam-smart/sign-ins', { session: SESSION, claim })).status,
    ).toBe(401);
    expect((await one.gateway.get('/v1/iam-smart/sign-ins/AAAAAAAAAAAAAAAAAAAAAA?session=s')).status).toBe(
      401,
    );
  });

  it.each([
    ['POST', '/v1/iam-smart/sign-ins', {}],
    ['POST', '/v1/iam-smart/sign-ins', { session: SESSION, claim: { sealed: 'x' } }],
    ['POST', '/v1/iam-smart/sign-ins', 'words'],
    ['GET', '/v1/iam-smart/sign-ins/short?session=s', undefined],
    ['GET', '/v1/iam-smart/sign-ins/AAAAAAAAAAAAAAAAAAAAAA', undefined],
    ['DELETE', '/v1/iam-smart/sign-ins/%2e%2e%2f?session=s', undefined],
  ])('from what makes no sense: %s %s', async (method, path, body) => {
    expect((await one.gateway.call(method, path, body)).status).toBe(400);
  });

  it('too often in one visit; the next visit may', async () => {
    for (let times = 0; times < 8; times += 1) expect((await one.ask()).status).toBe(201);
    const refused = await one.ask();
    expect(refused).toMatchObject({ status: 429, json: { code: 'too-many-tries' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await one.ask(READ, OTHER_SESSION)).status).toBe(201);
  });

  it('too often at one terminal', async () => {
    for (let times = 0; times < 60; times += 1) {
      expect((await one.ask(READ, `visit-${String(times)}`)).status).toBe(201);
    }
    expect((await one.ask(READ, 'visit-60')).status).toBe(429);
    one.setNow('2026-11-22T04:10:00.000Z');
    expect((await one.ask(READ, 'visit-60')).status).toBe(201);
  });

  it('and asking how it stands without a pause comes to an end', async () => {
    const begun = await one.begin();
    const path = `/v1/iam-smart/sign-ins/${begun.id}?session=${SESSION}`;
    const statuses: number[] = [];
    for (let times = 0; times <= 480; times += 1) statuses.push((await one.gateway.call('GET', path)).status);
    expect(new Set(statuses.slice(0, 480))).toEqual(new Set([200]));
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('somebody takes the gateway’s disk and log away', () => {
  it('finds no number, and after the sign-in nothing of it at all', async () => {
    const numbers = [ADULT_01, adultNumber(7)].map(({ person }) => person.hkid.slice(0, -1));
    const begun = await one.begin();
    await one.phone(begun, approvedBy(adultNumber(7)));
    const again = await one.begin();
    await one.phone(again, approvedBy(ADULT_01));
    await one.state(again.id);
    await one.gateway.call('GET', `/v1/iam-smart/sign-ins/${numbers[0] ?? ''}?session=${SESSION}`);
    const contents = readdirSync(one.gateway.dataDir, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.includes('gateway.sqlite'))
      .map((name) => readFileSync(join(one.gateway.dataDir, name), 'latin1'));
    const log = one.gateway.log.join('');
    expect(log).toContain('/v1/iam-smart/sign-ins/:id');
    expect(contents.some((content) => content.includes(again.id))).toBe(true);
    for (const number of numbers) {
      expect(contents.filter((content) => content.includes(number))).toEqual([]);
      expect(log).not.toContain(number);
    }
    expect(log).not.toContain(again.id);
    expect(log).not.toContain(SESSION);

    await one.end(again.id);
    const rows = () => one.parts.database.prepare('SELECT * FROM sign_ins').all();
    expect(rows()).toEqual([]);
    // What nobody ended goes when the next one begins.
    await one.begin();
    one.setNow('2026-11-22T03:20:00.000Z');
    const other = await one.gateway.enrol('K0400');
    const claim = await other.claim({
      person: { hkid: ADULT_01.person.hkid },
      identification: READ.identification,
    });
    await one.parts.signIns.begin('K0400', { session: 's', claim });
    expect(rows()).toHaveLength(1);
  });
});
