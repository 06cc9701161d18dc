import { sampleTranslations } from '../../../../domain/notices/translations.fixture.ts';
import { canonicalHkid } from '../../../../domain/identity/document/hkid.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../../../domain/reference-data/embedded/embedded.ts';
import { checkRoster } from '../../../../domain/roster/check-roster.ts';
import { numberOnCard, rosterFile } from '../../../../domain/roster/roster.fixture.ts';
import { fakeFiles } from '../../../../state-machines/testing/files.ts';
import { inService } from '../../../../state-machines/testing/harness.ts';
import { adult01, MOBILE } from '../../../../state-machines/testing/people.ts';
import { fakeRoster } from '../../../../state-machines/testing/roster.ts';
import { fakeWorkDay } from '../../../../state-machines/testing/work-day.ts';
import { type Eye, walkOn } from '../eye.ts';
import { layAndRead } from './registration.ts';

const DRIVE = { id: 'drive', kind: 'drive', name: 'KINGSTON' } as const;
const LISTING = {
  places: [DRIVE],
  at: {
    ...{ place: DRIVE, folders: [], others: 0, more: 0, readable: true },
    entries: [
      { id: 'list', kind: 'file', name: 'site-7.csv', changedAt: '2026-11-23T01:00:00Z', bytes: 9 } as const,
    ],
  },
} as const;

/** What a real check finds in a list with a wrong cell in many a row. */
function wrongList() {
  const [one, other] = [numberOnCard(1), numberOnCard(2)];
  const rows = [
    [one, MOBILE, 'English'],
    [one, MOBILE, 'English'],
    [`${other}9`, MOBILE, 'English'],
    [other, `${MOBILE}1`, 'Klingon'],
  ];
  const text = rosterFile(['HKID', 'Mobile', 'Language'], ...rows);
  return checkRoster(new TextEncoder().encode(text)).findings;
}

/** A van whose operator reads the partner's list, and serves a worker who is on it and a worker in their own language. */
export async function vanWithList(eye: Eye): Promise<void> {
  eye.forget();
  const files = fakeFiles();
  const roster = fakeRoster();
  roster.next = new Map([
    [
      canonicalHkid(adult01.number),
      { mobile: MOBILE, language: 'en', employment: { employer: 'Harbour Scaffolding Ltd' } },
    ],
  ]);
  const data = { ...EMBEDDED_REFERENCE_DATA, notices: [...sampleTranslations('ne')] };
  const test = await inService(
    {},
    {
      config: { profile: 'van' },
      ports: {
        ...{ workDay: fakeWorkDay(), files, roster },
        ...{ referenceData: () => data, noticeSounds: { state: () => 'ready' } },
      },
    },
  );
  eye.watch(test, 'shared');
  await test.settle();
  const walk = walkOn(eye, test);
  await test.signIn('badge-van-operator-01');
  await walk.go({ type: 'VAN_CHOOSE_STOP', placeId: null }, { type: 'VAN_LANE', lane: 'B' });
  test.press({ type: 'ANSWER', value: 'Site 7, gate B' });
  await test.settle();

  await walk.go({ type: 'VAN_ROSTER' });
  files.list(LISTING);
  await walk.go({ type: 'FILE_OPEN', entry: 'list' });
  files.tell({ type: 'PROGRESS', progress: { done: 40, rows: 5 } });
  await walk.look();
  files.tell({ type: 'TROUBLE', trouble: 'drive-gone' });
  await walk.look();
  await walk.go({ type: 'FILE_AGAIN' });
  files.list(LISTING);
  await walk.go({ type: 'FILE_OPEN', entry: 'list' });
  files.tell({ type: 'ROSTER_CHECKED', findings: wrongList(), again: false });
  await walk.go({ type: 'CONTINUE' }, { type: 'CONTINUE' });

  await walk.go({ type: 'START', locale: 'en' }, { type: 'CONTINUE' });
  await layAndRead(walk);
  await walk.go({ type: 'CONTINUE' });
  for (let count = 0; count < 8 && test.view().screen.id === 'question'; count += 1) {
    const { screen } = test.view();
    const step = screen.id === 'question' ? screen.step : '';
    await walk.answer(step.startsWith('mobile') ? MOBILE : step === 'employer' ? 'mine' : 'en');
  }
  await walk.go({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
  await test.wait(test.delays.endedCloses);

  await walk.go({ type: 'VAN_OTHER_LANGUAGE' }, { type: 'VAN_OWN_LANGUAGE', language: 'ne', locale: 'en' });
  await walk.go({ type: 'NOTICE_SHOWN' }, { type: 'NOTICE_KNOWN', way: 'read', agreed: null });
}
