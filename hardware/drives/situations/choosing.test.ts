import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lists, rowsOf, stand } from './stick.ts';

const names = (listing: { readonly at: { readonly entries: readonly { readonly name: string }[] } | null }) =>
  listing.at?.entries.map(({ name }) => name) ?? [];

describe('a clerk looks for the file', { timeout: 60_000 }, () => {
  it('with no drive in, and then puts one in: it is entered by itself', async () => {
    const at = stand();
    expect(await at.seen(() => true)).toEqual({ places: [], at: null });
    at.put('KINGSTON/october.csv', rowsOf(1));
    const listing = await at.seen(lists('october.csv'));
    expect(listing.at?.place).toMatchObject({ kind: 'drive', name: 'KINGSTON' });
  });

  it('with two drives in: each is offered, and the other one can be gone back to', async () => {
    const at = stand();
    at.put('KINGSTON/october.csv', rowsOf(1));
    at.put('會計部/十月供款.csv', rowsOf(1));
    const both = await at.seen(({ places }) => places.length === 2);
    expect(both.at).toBeNull();
    at.open('會計部');
    await at.seen(lists('十月供款.csv'));
    at.up();
    expect((await at.seen((listing) => listing.at === null)).places).toHaveLength(2);
  });

  it('on an empty drive: nothing to choose, and nothing is hidden', async () => {
    const at = stand();
    at.drive('EMPTY');
    const listing = await at.seen((shown) => shown.at !== null);
    expect(listing.at).toMatchObject({ entries: [], others: 0, more: 0, readable: true });
  });

  it('among folders, spreadsheets and what systems leave on a drive: the newest file first, then folders', async () => {
    const at = stand();
    at.put('DISK/old.csv', 'x', '2026-01-05T00:00:00.000Z');
    at.put('DISK/十月供款.CSV', 'x', '2026-11-05T00:00:00.000Z');
    at.put('DISK/Payroll/inside.txt', 'x');
    for (const other of ['letter.docx', 'october.xlsx', '.hidden.csv']) at.put(`DISK/${other}`, 'x');
    at.put('DISK/System Volume Information/x.csv', 'x');
    at.put('DISK/.Trash-1000/x.csv', 'x');
    const listing = await at.seen(lists('old.csv'));
    expect(names(listing)).toEqual(['十月供款.CSV', 'old.csv', 'Payroll']);
    expect(listing.at?.others).toBe(2);
    at.open('Payroll');
    const inside = await at.seen(lists('inside.txt'));
    expect(inside.at?.folders).toEqual(['Payroll']);
    at.up();
    await at.seen(lists('old.csv'));
  });

  it('on a drive full of old files and folders: the newest stands first, and neither hides the other', async () => {
    const at = stand();
    at.put('DISK/brought-today.csv', 'x', '2026-11-23T01:00:00.000Z');
    for (let old = 0; old < 130; old += 1)
      at.put(`DISK/old-${String(old)}.csv`, 'x', '2025-11-05T00:00:00.000Z');
    for (let folder = 0; folder < 60; folder += 1) at.put(`DISK/folder-${String(folder)}/x.csv`, 'x');
    const listing = await at.seen((shown) => shown.at?.more === 51 + 20);
    expect(names(listing)[0]).toBe('brought-today.csv');
    expect(listing.at?.entries.filter(({ kind }) => kind === 'folder')).toHaveLength(40);
  });

  it('and pulls the drive out while looking: the page goes back to asking for one', async () => {
    const at = stand();
    at.put('KINGSTON/october.csv', rowsOf(1));
    await at.seen(lists('october.csv'));
    at.pull('KINGSTON');
    expect(await at.seen(({ places }) => places.length === 0)).toEqual({ places: [], at: null });
  });

  it('at a station with a folder of its own, and a drive beside it', async () => {
    const stationFolder = realpathSync(mkdtempSync(join(tmpdir(), 'station-')));
    onTestFinished(() => rmSync(stationFolder, { recursive: true, force: true }));
    writeFileSync(join(stationFolder, 'from-payroll.csv'), rowsOf(1));
    const at = stand({ stationFolder });
    expect((await at.seen(lists('from-payroll.csv'))).at?.place.kind).toBe('station-folder');
    at.drive('KINGSTON');
    const both = await at.seen(({ places }) => places.length === 2);
    expect(both.places.map(({ kind }) => kind)).toEqual(['drive', 'station-folder']);
  });
});

describe('a drive does not lead to the machine', { timeout: 60_000 }, () => {
  it('a link on it is not shown, be it to a file or a folder', async () => {
    const at = stand();
    const secret = at.put('../drives-secret.csv', 'x');
    onTestFinished(() => rmSync(secret, { force: true }));
    const drive = at.drive('EVIL');
    symlinkSync(secret, join(drive, 'secret.csv'));
    symlinkSync('/', join(drive, 'machine'));
    at.put('EVIL/mine.csv', 'x');
    expect(names(await at.seen(lists('mine.csv')))).toEqual(['mine.csv']);
  });

  it('a link where a drive would be is none', async () => {
    const at = stand();
    symlinkSync('/etc', join(at.drive('REAL'), '..', 'LINK'));
    const listing = await at.seen((shown) => shown.at !== null);
    expect(listing.places.map(({ name }) => name)).toEqual(['REAL']);
  });

  it('a folder that is no mounted drive is none, outside of development', async () => {
    const at = stand({ foldersAreDrives: false });
    mkdirSync(join(at.drive('just-a-folder'), 'deeper'));
    expect(await at.seen(() => true)).toEqual({ places: [], at: null });
  });

  it('an id that was never listed opens nothing', async () => {
    const at = stand();
    at.put('KINGSTON/october.csv', rowsOf(1));
    await at.seen(lists('october.csv'));
    at.open('../../etc');
    expect(await at.check('no-such-file')).toMatchObject({ type: 'TROUBLE', trouble: 'drive-gone' });
  });
});
