import { createHash } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { beforeAll, describe, expect, it } from 'vitest';
import { fail, ok } from '../../domain/result.ts';
import type { StaffDesk } from '../../queue/index.ts';
import { createStaffVerifier } from './verifier.ts';

let pinHash: string;
beforeAll(async () => {
  pinHash = await hash('258025');
});

/** A desk that writes down what it is asked, and knows one badge. */
function desk(change: Partial<StaffDesk> = {}): StaffDesk & { readonly asked: unknown[] } {
  const asked: unknown[] = [];
  const known = createHash('sha256').update('b1').digest('base64url');
  return {
    asked,
    begin: (badgeDigest) => {
      asked.push(['begin', badgeDigest]);
      return Promise.resolve(badgeDigest === known ? ok({ staffId: 'S1', pinHash }) : fail('unknown-badge'));
    },
    settle: (staffId, right) => {
      asked.push(['settle', staffId, right]);
      return Promise.resolve(
        right ? ok({ staffId, role: 'officer', identityTrainedOn: null }) : fail('wrong-pin'),
      );
    },
    holderOf: (badgeDigest) => Promise.resolve(badgeDigest === known ? 'S-1001' : null),
    people: () => Promise.resolve([]),
    unlock: () => Promise.resolve(ok(null)),
    blockBadge: () => Promise.resolve(ok(null)),
    keepPin: (staffId, kept) => {
      asked.push(['keepPin', staffId, kept]);
      return Promise.resolve(ok(null));
    },
    ...change,
  };
}

describe('badge and PIN', () => {
  it('the right PIN signs in, a wrong one is told to the desk, which had counted the try before', async () => {
    const open = desk();
    const port = createStaffVerifier(() => open);
    expect(await port.verify('b1', '258025')).toMatchObject({ ok: true, value: { staffId: 'S1' } });
    expect(await port.verify('b1', '000000')).toEqual({ ok: false, code: 'wrong-pin' });
    expect(open.asked.map((call) => (Array.isArray(call) ? String(call[0]) : ''))).toEqual([
      'begin',
      'settle',
      'begin',
      'settle',
    ]);
    expect(open.asked[3]).toEqual(['settle', 'S1', false]);
  });

  it('a try that is refused compares nothing, and says how long to wait', async () => {
    const open = desk({ begin: () => Promise.resolve(fail('too-soon', { seconds: 30 })) });
    const answer = await createStaffVerifier(() => open).verify('b1', '258025');
    expect(answer).toEqual({ ok: false, code: 'too-soon', params: { seconds: 30 } });
    expect(open.asked).toEqual([]);
  });

  it('the queue’s thread is gone: nobody signs in', async () => {
    const port = createStaffVerifier(() => null);
    expect(await port.verify('b1', '258025')).toEqual({ ok: false, code: 'list-not-available' });
    expect(await port.holderOf('b1')).toBeNull();
    expect(await port.people()).toEqual([]);
    expect(await port.changePin('S1', '704915')).toEqual({ ok: false, code: 'pin-not-saved' });
  });

  it('neither badge nor PIN is told to the desk', async () => {
    const open = desk();
    const port = createStaffVerifier(() => open);
    await port.verify('b1', '258025');
    await port.changePin('S1', '704915');
    expect(JSON.stringify(open.asked)).not.toMatch(/"b1"|258025|704915/);
  });
});

describe('a new PIN', () => {
  it('is kept as an argon2id hash that only it opens', async () => {
    const open = desk();
    const port = createStaffVerifier(() => open);
    await port.verify('b1', '258025');
    expect(await port.changePin('S2', '704915')).toEqual({ ok: false, code: 'pin-not-saved' });
    expect(await port.changePin('S1', '704915')).toEqual(ok(null));
    const [, , kept] = open.asked[2] as [string, string, string];
    expect(kept).toMatch(/^\$argon2id\$/);
    expect([await verify(kept, '704915'), await verify(kept, '258025')]).toEqual([true, false]);
  });

  it.each([
    ['258025', 'pin-same'],
    ['70491', 'pin-easy'],
    ['000000', 'pin-easy'],
    ['123456', 'pin-easy'],
    ['987654', 'pin-easy'],
    ['70 491', 'pin-easy'],
  ])('%s is refused before anything is kept', async (newPin, code) => {
    const open = desk();
    const port = createStaffVerifier(() => open);
    await port.verify('b1', '258025');
    expect(await port.changePin('S1', newPin)).toEqual({ ok: false, code });
    expect(open.asked).toHaveLength(2);
  });
});
