import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Envelope } from '../../domain/wire/contract.ts';
import { signJson } from '../../domain/wire/signing.ts';
import { provenHere } from '../accept/identify.ts';
import { revokeKey } from '../keys/rotate.ts';
import { outcomeIn } from '../testing/answers.ts';
import { postTo } from '../testing/gateway.ts';
import { ADULT_01, adultNumber, cancellationOf } from '../testing/people.ts';
import { READ, type SigningIn, startSigningIn, withToken } from './signing-in.fixture.ts';

const ACCEPTED = { state: 'accepted' };
const TOO_LOW = { state: 'rejected', code: 'assurance-too-low' };
/** After the phone's answer at NOW. */
const CAPTURED: Partial<Envelope> = { capturedAt: '2026-11-22T03:12:00.000Z' };

let one: SigningIn;
beforeEach(async () => {
  one = await startSigningIn();
});
afterEach(() => one.stop());

async function leave(payload: unknown, change: Partial<Envelope> = CAPTURED) {
  return outcomeIn(await one.gateway.post(await one.gateway.terminal.seal(payload, change)));
}

const newest = async () => (await one.parts.store.listArrivals(1))[0];

describe('a submission carries the sign-in as evidence', () => {
  it('and stands at level 3, where without it it is refused', async () => {
    expect(await leave(READ)).toEqual(TOO_LOW);
    expect(await leave(withToken(READ, await one.signedIn()))).toEqual(ACCEPTED);
    expect((await newest())?.assurance).toBe(3);
  });

  it('and is sent again: the same answer, the same level', async () => {
    const request = await one.gateway.terminal.seal(withToken(READ, await one.signedIn()), CAPTURED);
    expect(outcomeIn(await one.gateway.post(request))).toEqual(ACCEPTED);
    expect(outcomeIn(await one.gateway.post(request))).toEqual(ACCEPTED);
  });

  it('and another one carries the same: that one stands on what is left of its evidence', async () => {
    const token = await one.signedIn();
    expect(await leave(withToken(READ, token))).toEqual(ACCEPTED);
    expect(await leave(withToken(READ, token))).toEqual(TOO_LOW);
    expect((await newest())?.assurance).toBe(1);
  });

  it('in one batch with another that carries the same: the first alone counts', async () => {
    const token = await one.signedIn();
    const [first, second] = [
      await one.gateway.terminal.seal(withToken(READ, token), { ...CAPTURED, lane: 1 }),
      await one.gateway.terminal.seal(withToken(READ, token), { ...CAPTURED, lane: 2 }),
    ];
    await one.gateway.postBatch([first, second]);
    const arrived = await one.parts.store.listArrivals(2);
    expect(arrived.map(({ assurance }) => assurance)).toEqual([1, 3]);
  });

  it('to take back what was left with one: the same level is needed, by a new sign-in', async () => {
    const left = await one.gateway.terminal.seal(withToken(READ, await one.signedIn()), CAPTURED);
    const other = await one.gateway.terminal.seal(
      cancellationOf(left, withToken(READ, await one.signedIn())),
      { ...CAPTURED, kind: 'cancellation' },
    );
    // It comes first and waits for what it takes back.
    expect(outcomeIn(await one.gateway.post(other))).toEqual(ACCEPTED);
    expect(outcomeIn(await one.gateway.post(left))).toEqual({ state: 'cancelled' });
  });
});

describe('a sign-in that counts for nothing', () => {
  it('was forged: another signature, another key, other words, no token at all', async () => {
    const token = await one.signedIn();
    const [header = '', content = '', signature = ''] = token.split('.');
    const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
    const words = JSON.parse(Buffer.from(content, 'base64url').toString()) as Record<string, unknown>;
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { readonly kid: string };
    const longer = Buffer.from(JSON.stringify({ ...words, session: 'another' })).toString('base64url');
    for (const forged of [
      await signJson(words, kid, jwk),
      await signJson(words, 'receipt-of-nobody', jwk),
      `${header}.${longer}.${signature}`,
      `${header}.${content}.${signature.slice(0, -4)}AAAA`,
      `${header}.${content}.`,
      'not a token, and long enough to pass for one',
    ]) {
      expect(await leave(withToken(READ, forged))).toEqual(TOO_LOW);
    }
    expect(await leave(withToken(READ, token))).toEqual(ACCEPTED);
  });

  it('is a receipt of the same gateway', async () => {
    const receipt = await one.gateway.post(await one.gateway.terminal.seal(ADULT_01, { lane: 9 }));
    const jws = (receipt.json as { readonly receipt: string }).receipt;
    expect(await leave(withToken(readAdult(7), jws))).toEqual(TOO_LOW);
  });

  it('is another person’s', async () => {
    expect(await leave(withToken(readAdult(8), await one.signedIn()))).toEqual(TOO_LOW);
  });

  it('is another visit’s', async () => {
    expect(await leave(withToken(READ, await one.signedIn(), 'another-visit'))).toEqual(TOO_LOW);
  });

  it('is another terminal’s', async () => {
    const other = await one.gateway.enrol('K0400');
    const sealed = await other.seal(withToken(READ, await one.signedIn()), CAPTURED);
    expect(outcomeIn(await postTo(one.gateway.url, other, sealed))).toEqual(TOO_LOW);
  });

  it('stands beside a card whose own check failed', async () => {
    const forged = {
      ...READ,
      identification: {
        ...READ.identification,
        authenticity: { method: 'chip' as const, result: 'failed' as const, middleware: 'x' },
      },
    };
    expect(await leave(withToken(forged, await one.signedIn()))).toEqual(TOO_LOW);
  });

  it('was declared before it was given, or half an hour later', async () => {
    const token = await one.signedIn();
    for (const capturedAt of ['2026-11-22T03:04:59.000Z', '2026-11-22T03:40:00.001Z']) {
      expect(await leave(withToken(READ, token), { capturedAt })).toEqual(TOO_LOW);
    }
    expect(await leave(withToken(READ, token), { capturedAt: '2026-11-22T03:40:00.000Z' })).toEqual(ACCEPTED);
  });

  it('arrives after thirty days', async () => {
    const token = await one.signedIn();
    one.setNow('2026-12-22T03:10:00.001Z');
    expect(await leave(withToken(READ, token))).toEqual(TOO_LOW);
    one.setNow('2026-12-22T03:10:00.000Z');
    expect(await leave(withToken(READ, token))).toEqual(ACCEPTED);
  });

  it('was signed by a key that was revoked since', async () => {
    const token = await one.signedIn();
    const { document } = await one.parts.keys.current();
    const kid = document.keys.find(({ use }) => use === 'receipt')?.kid ?? '';
    const revoked = await revokeKey({ dataDir: one.gateway.dataDir, kid, now: () => new Date() });
    expect(revoked.ok).toBe(true);
    const use = {
      evidence: withToken(READ, token).identification,
      documentId: `hkid:${READ.person.hkid.slice(0, -1)}`,
    };
    const proven = await provenHere(
      { ...use, maskedNumber: '' },
      { terminalId: 'K0127', capturedAt: '2026-11-22T03:12:00.000Z', at: '2026-11-22T03:12:30.000Z' },
      one.parts,
    );
    expect(proven).toEqual({ assurance: 1, signIn: null });
  });
});

/** Somebody else whose card was read, not attested. */
function readAdult(index: number) {
  const payload = adultNumber(index);
  return { ...payload, identification: { ...payload.identification, attestation: null } };
}
