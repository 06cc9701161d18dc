import type { AssuranceLevel } from '../../../domain/assurance.ts';
import { hongKongParts, isoDate } from '../../../domain/time.ts';
import type { Outcome, SubmissionKind } from '../../../domain/wire/contract.ts';
import type { AuditStore } from '../../audit/audit-store.ts';
import type { OutcomeCount } from '../../store/submission-store.ts';
import { KIND_WORDS, wordsOf } from './words.ts';

/** One line of the admin page: nothing personal but the masked number. */
export interface ArrivalLine {
  readonly reference: string;
  readonly terminalId: string;
  readonly kind: SubmissionKind;
  readonly capturedAt: string;
  readonly receivedAt: string;
  /** Null: waiting. */
  readonly outcome: Outcome | null;
  readonly assurance: AssuranceLevel;
  /** `A12***(*)`, or null when it is from nobody in particular or cannot be opened any more. */
  readonly maskedNumber: string | null;
  readonly files: { readonly named: number; readonly missing: number };
}

export const ADMIN_STYLE = `
:root { color-scheme: light; }
body { margin: 0; padding: 2rem; font: 1rem/1.5 "Noto Sans HK", "Noto Sans TC", system-ui, sans-serif;
  color: #1c2430; background: #f6f4ef; }
main { max-width: 84rem; margin: 0 auto; }
h1 { font-size: 1.75rem; margin: 0; }
h1 span, h2 span { display: block; font-size: 0.7em; font-weight: 400; color: #4a5568; }
h2 { font-size: 1.25rem; margin: 2rem 0 0.75rem; }
p { margin: 0.5rem 0; color: #4a5568; }
.counts { display: flex; flex-wrap: wrap; gap: 1rem; margin: 0; padding: 0; list-style: none; }
.counts li { background: #fff; border: 1px solid #d8d3c8; border-radius: 0.5rem; padding: 0.75rem 1.25rem; }
.counts b { display: block; font-size: 1.75rem; line-height: 1.2; }
.scroll { overflow-x: auto; background: #fff; border: 1px solid #d8d3c8; border-radius: 0.5rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 0.6rem 0.65rem; border-bottom: 1px solid #e7e3da; white-space: nowrap;
  vertical-align: top; }
thead th { background: #efece4; font-weight: 600; }
thead span, td span { display: block; font-size: 0.85rem; font-weight: 400; color: #4a5568; }
tbody tr:last-child > * { border-bottom: 0; }
tbody th { font-weight: 600; }
.outcome { white-space: normal; min-width: 8rem; }
.accepted { color: #135c3a; }
.rejected { color: #8c2318; }
.needs-correction { color: #7a4a00; }
`;

/** The whole page as HTML: no script, one style element whose hash stands in the page's policy. */
export function adminPage(content: {
  readonly lines: readonly ArrivalLine[];
  readonly counts: readonly OutcomeCount[];
  /** Accepted changes of which the contact known before is to be told. */
  readonly notices: number;
  readonly audit: Awaited<ReturnType<AuditStore['overview']>>;
  /** The most lines that are shown. */
  readonly most: number;
}): string {
  const { lines, counts, notices, audit, most } = content;
  return `<!doctype html>
<html lang="zh-Hant">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>已送達平台閘道的文件 · Arrived at the gateway</title>
<style>${ADMIN_STYLE}</style>
</head>
<body>
<main>
<h1>已送達的提交 <span lang="en">Submissions that arrived</span></h1>
<p>參考閘道，只供開發及測試。時間為香港時間。<br><span lang="en">Reference gateway, for development and tests. Times are Hong Kong time.</span></p>
<h2>各結果數目 <span lang="en">Count per outcome</span></h2>
${countList(counts)}
<h2>待發通知 <span lang="en">Notices to be sent</span></h2>
${countItems([[notices, '份寄往原有聯絡方法的更改通知', 'changes to be told to the contact known before']])}
<h2>終端機稽核紀錄 <span lang="en">Audit chains of the terminals</span></h2>
${countItems([
  [audit.chains, '條紀錄鏈', 'chains'],
  [audit.entries, '項紀錄', 'entries'],
  [audit.breaks, '處不符', 'breaks'],
])}
<h2>最近收到 <span lang="en">Latest, up to ${String(most)}</span></h2>
${arrivalTable(lines)}
</main>
</body>
</html>
`;
}

function countList(counts: readonly OutcomeCount[]): string {
  if (counts.length === 0) return `<p>暫時沒有 · <span lang="en">Nothing yet</span></p>`;
  return countItems(counts.map(({ outcome, count }) => [count, ...wordsOf(outcome)]));
}

function countItems(items: readonly (readonly [count: number, chinese: string, english: string])[]): string {
  const lines = items.map(
    ([count, chinese, english]) =>
      `<li><b>${String(count)}</b>${escapeHtml(chinese)} · <span lang="en">${escapeHtml(english)}</span></li>`,
  );
  return `<ul class="counts">\n${lines.join('\n')}\n</ul>`;
}

const COLUMNS: readonly (readonly [string, string])[] = [
  ['參考編號', 'Reference'],
  ['終端機', 'Terminal'],
  ['種類', 'Kind'],
  ['身分證號碼（遮蓋）', 'Number, masked'],
  ['填寫時間', 'Captured'],
  ['收到時間', 'Received'],
  ['身分核實級別', 'Assurance'],
  ['附件', 'Files'],
  ['結果', 'Outcome'],
];

function arrivalTable(lines: readonly ArrivalLine[]): string {
  if (lines.length === 0) return `<p>暫時沒有 · <span lang="en">Nothing yet</span></p>`;
  const head = COLUMNS.map(
    ([chinese, english]) => `<th scope="col">${chinese}<span lang="en">${english}</span></th>`,
  ).join('');
  return `<div class="scroll" tabindex="0" role="region" aria-label="最近收到">
<table>
<thead><tr>${head}</tr></thead>
<tbody>
${lines.map(row).join('\n')}
</tbody>
</table>
</div>`;
}

function row(line: ArrivalLine): string {
  const [kindChinese, kindEnglish] = KIND_WORDS[line.kind];
  const [outcomeChinese, outcomeEnglish] = wordsOf(line.outcome);
  return [
    `<tr><th scope="row">${escapeHtml(line.reference)}</th>`,
    `<td>${escapeHtml(line.terminalId)}</td>`,
    `<td>${kindChinese}<span lang="en">${kindEnglish}</span></td>`,
    `<td>${escapeHtml(line.maskedNumber ?? '—')}</td>`,
    `<td>${hongKongTime(line.capturedAt)}</td>`,
    `<td>${hongKongTime(line.receivedAt)}</td>`,
    `<td>${String(line.assurance)}</td>`,
    `<td>${filesText(line.files)}</td>`,
    `<td class="outcome ${line.outcome?.state ?? 'waiting'}">${outcomeChinese}<span lang="en">${outcomeEnglish}</span></td></tr>`,
  ].join('');
}

/** How many of its files are here, of how many. */
function filesText({ named, missing }: ArrivalLine['files']): string {
  return named === 0 ? '—' : `${String(named - missing)} / ${String(named)}`;
}

function hongKongTime(instant: string): string {
  const { year, month, day, hour, minute, second } = hongKongParts(instant);
  const clock = [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
  return `${isoDate(year, month, day)} ${clock}`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
