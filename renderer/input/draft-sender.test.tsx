import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DRAFT_DELAY_MILLISECONDS, DraftSender } from './draft-sender.ts';

let sent: string[];
let accepted: boolean;
let drafts: DraftSender;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  accepted = true;
  drafts = new DraftSender((value) => {
    sent.push(value);
    return Promise.resolve({ accepted });
  });
});
afterEach(() => void vi.useRealTimers());

it('fast typing gives one draft, a quarter of a second after the first key', () => {
  drafts.changed('6');
  vi.advanceTimersByTime(200);
  drafts.changed('61');
  vi.advanceTimersByTime(49);
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(sent).toEqual(['61']);
  vi.advanceTimersByTime(DRAFT_DELAY_MILLISECONDS * 4);
  expect(sent).toEqual(['61']);
});

it('typing without a pause still sends within the delay', () => {
  for (let key = 1; key <= 10; key += 1) {
    drafts.changed('1'.repeat(key));
    vi.advanceTimersByTime(100);
  }
  expect(sent.length).toBeGreaterThanOrEqual(3);
});

it('nothing is sent while an input method composes, and the text follows when it is done', () => {
  drafts.changed('ch');
  drafts.composing(true);
  drafts.changed('chan');
  vi.advanceTimersByTime(1000);
  expect(sent).toEqual([]);
  drafts.composing(false);
  vi.advanceTimersByTime(DRAFT_DELAY_MILLISECONDS);
  expect(sent).toEqual(['chan']);
});

it('an answer takes the draft with it', () => {
  drafts.changed('61234567');
  drafts.discard();
  vi.advanceTimersByTime(1000);
  expect(sent).toEqual([]);
});

it('a draft refused behind an overlay goes out when the page is free', async () => {
  accepted = false;
  drafts.changed('612');
  drafts.flush();
  await vi.advanceTimersByTimeAsync(1000);
  accepted = true;
  drafts.flush();
  expect(sent).toEqual(['612', '612']);
  await vi.advanceTimersByTimeAsync(0);
  drafts.flush();
  expect(sent).toHaveLength(2);
});

it('a newer text is not lost to an older one that was refused', async () => {
  accepted = false;
  drafts.changed('612');
  drafts.flush();
  drafts.changed('6123');
  await vi.advanceTimersByTimeAsync(0);
  accepted = true;
  drafts.flush();
  expect(sent).toEqual(['612', '6123']);
});
