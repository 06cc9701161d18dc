import { expect, it } from 'vitest';
import { literal, message } from '../../domain/catalogue/ask.ts';
import type { Paper } from '../../domain/paper/paper.ts';
import { paperHtml } from './paper-html.ts';

const paper: Paper = {
  kind: 'receipt',
  locale: 'zh-Hant',
  terminalId: 'K0127',
  at: '2026-11-23T02:10:00.000Z',
  blocks: [],
};
const withLabel = (label: Parameters<typeof message>[0] | ReturnType<typeof message>): Paper => ({
  ...paper,
  blocks: [{ type: 'text', weight: 'plain', label: typeof label === 'string' ? message(label) : label }],
});

it('what somebody typed is text and never markup', () => {
  const html = paperHtml(withLabel(literal(`<img src=x onerror="alert('1')"> & more`)), 'slips');
  expect(html).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; more');
  expect(html).not.toContain('<img');
});

it('has no script, no style and no address of its own', () => {
  const html = paperHtml({ ...paper, blocks: [{ type: 'qr', content: 'K0127-A0042-N' }] }, 'slips');
  expect(html).not.toMatch(/<script|style=|href=|src=|url\(/i);
});

it('says when and where it was made, in Hong Kong time and in the language of the paper', () => {
  expect(paperHtml(paper, 'slips')).toContain('2026年11月23日 10:10，服務機 K0127');
  expect(paperHtml({ ...paper, locale: 'en' }, 'slips')).toContain('23 November 2026, 10:10, terminal K0127');
});

it('an instant is written out with its day, a day as a day', () => {
  const received = message('receipt.received.heading', { time: '2026-11-23T02:09:00.000Z' });
  expect(paperHtml(withLabel(received), 'slips')).toContain(
    '積金易已收到（2026年11月23日 10:09），尚待處理。',
  );
  const until = message('receipt.notice-by', { date: '2026-11-28' });
  expect(paperHtml(withLabel(until), 'slips')).toContain('2026年11月28日仍未有通知');
});

it('leaves room to write and to sign', () => {
  const html = paperHtml(
    {
      ...paper,
      blocks: [
        { type: 'blank', label: message('paper.declaration.address'), lines: 2 },
        { type: 'signatures', columns: [[message('paper.declaration.signature')], [literal('x')]] },
      ],
    },
    'documents',
  );
  expect(html.match(/<i><\/i>/g)).toHaveLength(4);
});

it('made in practice says so above and below, in both languages', () => {
  const html = paperHtml({ ...paper, terminalId: 'X0127' }, 'slips');
  expect(html.match(/練習 PRACTICE/g)).toHaveLength(2);
  expect(paperHtml(paper, 'slips')).not.toContain('PRACTICE');
});
