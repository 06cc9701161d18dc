import type { RosterFindings } from '../../domain/roster/check-roster.ts';
import type { PrefillNote } from '../../domain/roster/notes.ts';
import type { Employment } from '../../domain/roster/prefill.ts';
import type { Screen, View } from '../../domain/terminal/view.ts';
import type { PrefillBar, VanBar } from '../../domain/terminal/van-view.ts';
import { assist, GALLERY_NOW, offline } from './fixture-parts.ts';

const findings: RosterFindings = {
  rows: 412,
  people: 408,
  held: 4,
  groups: [
    {
      ...{ code: 'hkid-check-digit', severity: 'error', count: 3 },
      problems: [18, 77, 301].map((row) => ({
        ...{ row, column: 'hkid', letter: 'A', code: 'hkid-check-digit', params: {} },
      })),
    },
    {
      ...{ code: 'mobile-length', severity: 'error', count: 1 },
      problems: [{ row: 205, column: 'mobile', letter: 'B', code: 'mobile-length', params: { digits: 8 } }],
    },
    {
      ...{ code: 'mobile-shared', severity: 'warning', count: 1 },
      problems: [{ row: 9, column: 'mobile', letter: 'B', code: 'mobile-shared', params: { otherRow: 4 } }],
    },
  ],
};
const clean: RosterFindings = { rows: 412, people: 412, held: 0, groups: [] };
const wrong: RosterFindings = {
  ...{ rows: 0, people: 0, held: 0 },
  groups: [
    {
      ...{ code: 'remarks-not-taken', severity: 'fatal', count: 1 },
      problems: [
        { row: 1, column: 'remarks', letter: 'F', code: 'remarks-not-taken', params: { letter: 'F' } },
      ],
    },
  ],
};
const most = { megabytes: 8, rows: 20_000 };
const place = { id: 'place', kind: 'drive', name: 'KINGSTON' } as const;
const result = { id: 'roster-result', name: 'site-7.csv', again: false, saving: false, saved: null } as const;

/** Between two people. */
export const ROSTER_SCREENS: readonly (readonly [string, Screen])[] = [
  ['van-roster-no-drive', { id: 'roster-choose', listing: { places: [], at: null }, most }],
  [
    'van-roster-choose',
    {
      id: 'roster-choose',
      most,
      listing: {
        places: [place],
        at: {
          ...{ place, folders: [], others: 2, more: 0, readable: true },
          entries: [
            { id: 'a', kind: 'file', name: 'site-7.csv', changedAt: GALLERY_NOW, bytes: 31_000 },
            { id: 'b', kind: 'file', name: '工友名單.csv', changedAt: GALLERY_NOW, bytes: 9_000 },
          ],
        },
      },
    },
  ],
  ['van-roster-reading', { id: 'roster-reading', name: 'site-7.csv', progress: { done: 62, rows: 5_500 } }],
  ['van-roster-trouble', { id: 'roster-trouble', trouble: 'drive-gone', most }],
  ['van-roster-large', { id: 'roster-trouble', trouble: 'file-too-large', most }],
  ['van-roster-clean', { ...result, findings: clean }],
  ['van-roster-some', { ...result, findings }],
  [
    'van-roster-saved',
    { ...result, findings, saved: { ok: true, value: { name: 'workers-list-problems-20261123-1542.csv' } } },
  ],
  ['van-roster-none', { ...result, findings: wrong }],
  ['van-roster-held', { id: 'roster-held', counts: { people: 408, registered: 31, lists: 2 } }],
];

const employment: Employment = {
  ...{ employer: 'Harbour Scaffolding Company Limited', businessRegistration: '41234567' },
  casual: true,
  industryScheme: 'construction',
};
const employer: Screen = {
  ...{ id: 'question', step: 'employer', value: '', error: null, changing: false },
  ...{ from: 'roster', employment },
};

/** Pages of a visit, with what a list or a form says on them. */
const PAGES: readonly (readonly [string, string, PrefillBar, Partial<Screen>])[] = [
  ['read-result', 'read-result', { list: 'listed', note: null, filled: 0 }, {}],
  ['mobile', 'question-mobile', { list: 'listed', note: null, filled: 0 }, { from: 'roster' }],
  ['mobile-form', 'question-mobile', { list: 'not-listed', note: 'qr-used', filled: 0 }, { from: 'qr' }],
  ['other-person', 'question-mobile', { list: 'registered', note: 'qr-other-person', filled: 0 }, {}],
  ['employer', 'question-mobile', { list: 'listed', note: null, filled: 0 }, employer],
  ...(['qr-held', 'qr-damaged', 'qr-other-code', 'qr-slip'] satisfies PrefillNote[]).map(
    (note) => [note, 'identify', { list: null, note, filled: 0 }, {}] as const,
  ),
];

/** @param views those of the other fixtures, by name */
export function rosterVisitFixtures(
  views: ReadonlyMap<string, View>,
  bar: VanBar,
): readonly (readonly [string, View])[] {
  return PAGES.flatMap(([name, from, prefill, more]) => {
    const view = views.get(from);
    if (view === undefined) return [];
    const chrome = { ...view.chrome, ...offline, ...assist, canLeave: true, van: { ...bar, prefill } };
    return [
      [`van-prefill-${name}`, { ...view, chrome, screen: { ...view.screen, ...more } as Screen }] as const,
    ];
  });
}
