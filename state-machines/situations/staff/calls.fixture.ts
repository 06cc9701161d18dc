import { expect } from 'vitest';
import { inService, type TestTerminal } from '../../testing/harness.ts';
import { type FakeStaffCalls, fakeStaffCalls } from '../../testing/staff-calls.ts';

type Kiosk = TestTerminal & { readonly calls: FakeStaffCalls };

/** A kiosk whose calls go to a platform that the test plays. */
export async function kiosk(): Promise<Kiosk> {
  const calls = fakeStaffCalls();
  return { ...(await inService({}, { ports: { staffCalls: calls } })), calls };
}

/** What covers the page. */
export const shown = (test: TestTerminal) => test.view().overlay;

/** The entries of that name in the audit log. */
export const audited = (test: TestTerminal, event: string) =>
  test.ports.audited.filter((entry) => entry.event === event);

/** What a member reads who called and whose call went to nobody yet. */
export const nowhere = { id: 'help-called', snoozed: false, since: expect.any(String) as string };
