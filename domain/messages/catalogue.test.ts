import { expect, it } from 'vitest';
import * as codes from '../codes.ts';
import { LOCALES } from '../locale.ts';
import { CATALOGUES } from './catalogue.ts';
import { declarationText, noticeText } from './legal-texts.ts';

/** Names of the arguments of an ICU message, without those of plural branches' own words. */
function parameters(message: string): string[] {
  return [...new Set([...message.matchAll(/\{\s*([a-zA-Z]+)\s*[,}]/g)].map(([, name]) => name ?? ''))].sort();
}

/** facts/wording.md, *Never*. */
const FORBIDDEN: Readonly<Record<string, readonly RegExp[]>> = {
  'zh-Hant': [/行街紙/, /無效/, /\*/, /热门|熱門|最受歡迎/, /[a-zA-Z]\u3000/],
  en: [/\binvalid\b/i, /\bdone\b/i, /\*/, /\bpopular\b/i, /\bplease click\b/i],
};

it.each(LOCALES)('%s has exactly the keys of the others', (locale) => {
  expect(Object.keys(CATALOGUES[locale]).sort()).toEqual(Object.keys(CATALOGUES.en).sort());
});

it.each(LOCALES)('%s takes the same parameters for every message', (locale) => {
  const inEnglish = new Map<string, string>(Object.entries(CATALOGUES.en));
  const differing = Object.entries(CATALOGUES[locale]).filter(([key, message]) => {
    const english = inEnglish.get(key) ?? '';
    return parameters(message).join() !== parameters(english).join();
  });
  expect(differing).toEqual([]);
});

it.each(LOCALES)('%s has words for every code', (locale) => {
  const wanted = [
    ...codes.FIELD_ERRORS.map((code) => `error.${code}`),
    ...codes.STAFF_REFUSALS.map((code) => `staff.${code}`),
    ...codes.OUT_OF_SERVICE_REASONS.map((code) => `out-of-service.${code}`),
    ...codes.SUBMIT_FAULTS.map((code) => `not-saved.${code}`),
    ...codes.READER_TROUBLES.map((code) => `reader.${code}`),
    ...codes.CONNECTION_TROUBLES.map((code) => `connection.${code}`),
    ...codes.OUTCOME_CODES.map((code) => `outcome.${code}`),
    ...codes.FREEZE_REASONS.map((code) => `freeze.${code}`),
    ...codes.ENQUIRY_FAULTS.map((code) => `enquiry.${code}`),
  ];
  const there = new Map(Object.entries(CATALOGUES[locale]));
  expect(wanted.filter((key) => (there.get(key) ?? '').trim() === '')).toEqual([]);
});

it.each(LOCALES)('%s says nothing that is never said', (locale) => {
  const everything = [...Object.values(CATALOGUES[locale]), noticeText(locale), declarationText(locale)];
  const said = everything.filter((message) => (FORBIDDEN[locale] ?? []).some((word) => word.test(message)));
  expect(said).toEqual([]);
});

it('Chinese messages are Chinese, with Chinese punctuation', () => {
  const halfWidth = Object.entries(CATALOGUES['zh-Hant']).filter(([, message]) =>
    /\p{Script=Han}[,.;:?!]/u.test(message),
  );
  expect(halfWidth).toEqual([]);
});

it('English has plain apostrophes: the kiosk draws a curly one as wide as a Chinese character', () => {
  expect(Object.values(CATALOGUES.en).filter((message) => /[‘’“”]/.test(message))).toEqual([]);
});

it('the sentences that stand as they are, stand', () => {
  const zh = CATALOGUES['zh-Hant'];
  const { en } = CATALOGUES;
  expect(zh['review.heading']).toBe('請核對。現時尚未遞交。');
  expect(en['review.heading']).toBe('Please check. Nothing has been submitted.');
  expect([zh['declare.submit-online'], zh['declare.submit-offline']]).toEqual([
    '確認並遞交',
    '確認並存放在本機',
  ]);
  expect([en['declare.submit-online'], en['declare.submit-offline']]).toEqual([
    'Confirm and submit',
    'Confirm and keep here',
  ]);
  expect(zh['receipt.kept.heading'] + zh['receipt.kept.help'] + zh['receipt.notice-by']).toBe(
    '已存放在本機，積金易尚未收到。恢復連線後會自動送出，毋須重做。{date}仍未有通知，請致電 183 2622。',
  );
  expect(zh['receipt.received.heading']).toBe('積金易已收到（{time}），尚待處理。');
  expect(en['receipt.received.heading']).toBe('eMPF received this at {time}. It still has to be processed.');
  expect(zh['help-called.statement']).toBe(
    '已通知職員，你的資料已遮蓋，進度會保留。職員不會問密碼，也不會代你確認。',
  );
  expect(zh['not-saved.heading'] + zh['not-saved.statement']).toBe(
    '未能儲存，資料仍在畫面上。請再試，或請職員協助。',
  );
  expect(`${en['not-saved.heading']} ${en['not-saved.statement']}`).toBe(
    'We could not save this. Your details are still on the screen. Try again or ask staff.',
  );
  expect(zh['reader.unreadable'] + zh['reader.unreadable.help']).toBe(
    '未能讀取，證件未必有問題。請按圖再放一次。',
  );
});

it.each(LOCALES)('the notice in %s names whom to ask, and says that it is a sample', (locale) => {
  expect(noticeText(locale)).toMatch(/樣本|sample/);
  expect(noticeText(locale, { jobTitle: 'JOB', address: 'PLACE' })).toMatch(/JOB.*PLACE/);
});
