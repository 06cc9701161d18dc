import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { numberOnCard, rosterFile } from '../../../domain/roster/roster.fixture.ts';
import { lists, rowsOf, stand } from './stick.ts';

const HEADINGS = ['HKID', 'Mobile'];
const one = numberOnCard(1).replace(/[()]/g, '');

async function withList(content: string | Uint8Array) {
  const at = stand();
  const path = at.put('KINGSTON/site-7.csv', content);
  await at.seen(lists('site-7.csv'));
  return { ...at, path };
}

describe('a list of workers on a drive', { timeout: 60_000 }, () => {
  it('is found by who has the number, from when it is taken until it is forgotten', async () => {
    const at = await withList(rosterFile(HEADINGS, [numberOnCard(1), '91234567']));
    expect(await at.checkRoster('site-7.csv')).toMatchObject({ findings: { people: 1 }, again: false });
    expect([at.roster.counts(), at.roster.match(one)]).toEqual([null, null]);
    at.roster.take();
    // The reader of drives goes home; the list stays.
    at.files.forget();
    expect(at.roster.match(one)).toMatchObject({ brought: { mobile: '91234567' }, registered: false });
    at.roster.noteRegistered(one);
    at.roster.noteRegistered('A0000000');
    expect(at.roster.counts()).toEqual({ people: 1, registered: 1, lists: 1 });
    at.roster.forget();
    expect([at.roster.counts(), at.roster.match(one)]).toEqual([null, null]);
  });

  it('twice is one, and says so; another one comes beside it', async () => {
    const at = await withList(rosterFile(HEADINGS, [numberOnCard(1), '']));
    await at.checkRoster('site-7.csv');
    at.roster.take();
    expect(await at.checkRoster('site-7.csv')).toMatchObject({ again: true });
    at.roster.take();
    expect(at.roster.counts()).toMatchObject({ people: 1, lists: 1 });
    at.put('KINGSTON/other.csv', rosterFile(HEADINGS, [numberOnCard(2), '']));
    await at.seen(lists('other.csv'));
    expect(await at.checkRoster('other.csv')).toMatchObject({ again: false });
    at.roster.take();
    expect(at.roster.counts()).toMatchObject({ people: 2, lists: 2 });
  });

  it('that is not taken is gone', async () => {
    const at = await withList(rosterFile(HEADINGS, [numberOnCard(1), '']));
    await at.checkRoster('site-7.csv');
    at.files.forget();
    at.roster.take();
    expect(at.roster.counts()).toBeNull();
  });

  it('of twelve thousand workers is read with progress', async () => {
    const rows = Array.from({ length: 12_000 }, (_, place) => [numberOnCard(place), '']);
    const at = await withList(rosterFile(HEADINGS, ...rows));
    expect(await at.checkRoster('site-7.csv')).toMatchObject({ findings: { people: 12_000, held: 0 } });
    expect(at.progress.length).toBeGreaterThan(0);
  });

  it('with wrong rows: what is wrong is saved beside it, and nobody is in that', async () => {
    const at = await withList(rosterFile(HEADINGS, ['A123456(4)', '91234567'], [numberOnCard(1), '1']));
    expect(await at.checkRoster('site-7.csv')).toMatchObject({ findings: { people: 0, held: 2 } });
    const name = 'workers-list-problems-20261123-1542.csv';
    expect(await at.files.saveProblems('en', false)).toEqual({ ok: true, value: { name } });
    const folder = dirname(at.path);
    expect(readdirSync(folder)).toContain(name);
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text).toContain('2,A,HKID,');
    expect(text).not.toMatch(/A123456|91234567/);
  });

  it('that is a remittance file, or far too large, or on a drive that was pulled out', async () => {
    const at = await withList(rowsOf(2));
    expect(await at.checkRoster('site-7.csv')).toMatchObject({
      findings: { people: 0, groups: [{ severity: 'fatal' }] },
    });
    at.put('KINGSTON/large.csv', new Uint8Array(9 * 1024 * 1024).fill(65));
    await at.seen(lists('large.csv'));
    expect(await at.checkRoster('large.csv')).toMatchObject({ trouble: 'file-too-large' });
    at.pull('KINGSTON');
    expect(await at.checkRoster('site-7.csv')).toMatchObject({ trouble: 'drive-gone' });
  });
});
