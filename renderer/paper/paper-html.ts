import { encodeQR } from 'qr';
import { type Label, literal, message } from '../../domain/catalogue/ask.ts';
import type { Locale } from '../../domain/locale.ts';
import { LANGUAGE_TAGS } from '../../domain/messages/index.ts';
import { markWords } from '../../domain/practice/marks.ts';
import { isPracticeTerminal } from '../../domain/practice/practice-terminal.ts';
import type { Paper, PaperBlock, PaperOutput } from '../../domain/paper/paper.ts';
import { dayAndTime, wholeDay } from '../text/dates.ts';
import { labelText, type Reader } from '../text/labels.ts';
import { textIn } from '../text/text.ts';
import { hongKongDate } from '../../domain/time.ts';

/** A paper as HTML without any script or style of its own; `paper.css` says how it looks. */
export function paperHtml(paper: Paper, output: PaperOutput): string {
  const { kind, locale, blocks, at, terminalId } = paper;
  const reader: Reader = { view: { locale }, text: textIn(locale) };
  const write = (label: Label): string => escaped(labelText(reader, withInstants(locale, label)));
  const made = write(message('paper.made', { at: writtenInstant(locale, at), terminal: terminalId }));
  // A slip made in practice must look like none.
  const practised = isPracticeTerminal(terminalId)
    ? `<p data-practice="">${markWords('practice')}</p>\n`
    : '';
  return `<main lang="${LANGUAGE_TAGS[locale]}" data-paper="${kind}" data-output="${output}">
${practised}<header><span>eMPF 積金易</span><span>${made}</span></header>
${blocks.map((block) => blockHtml(block, write)).join('\n')}
${practised}</main>`;
}

function blockHtml(block: PaperBlock, write: (label: Label) => string): string {
  switch (block.type) {
    case 'heading':
      return `<h2>${write(block.label)}</h2>`;
    case 'text':
      return `<p data-weight="${block.weight}">${write(block.label)}</p>`;
    case 'figures':
      return `<dl${block.large === true ? ' data-large=""' : ''}>${block.figures
        .map(({ label, value }) => `<div><dt>${write(label)}</dt><dd>${write(value)}</dd></div>`)
        .join('')}</dl>`;
    case 'list':
      return `<${block.numbered ? 'ol' : 'ul'}>${block.items
        .map((item) => `<li>${write(item)}</li>`)
        .join('')}</${block.numbered ? 'ol' : 'ul'}>`;
    case 'qr':
      return qrSvg(block.content);
    case 'rows':
      return `<dl data-large="">${block.rows
        .map((row, at) => `<div><dt>${String(at + 1)}</dt><dd>${escaped(row)}</dd></div>`)
        .join('')}</dl>`;
    case 'blank':
      return `<section data-blank=""><p>${write(block.label)}</p>${'<i></i>'.repeat(block.lines)}</section>`;
    case 'signatures':
      return `<section data-signatures="">${block.columns
        .map((column) => `<div>${column.map((label) => `<p><i></i>${write(label)}</p>`).join('')}</div>`)
        .join('')}</section>`;
  }
}

/** Modules of white around the code (ISO/IEC 18004 wants four; the paper's own margin is white, too). */
const QUIET_MODULES = 2;

function qrSvg(content: string): string {
  const rows = encodeQR(content, 'raw', { ecc: 'quartile', border: QUIET_MODULES });
  const path = rows
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${String(x)} ${String(y)}h1v1h-1z` : '')))
    .join('');
  return `<svg viewBox="0 0 ${String(rows.length)} ${String(rows.length)}" shape-rendering="crispEdges"><path d="${path}"/></svg>`;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/** Day, year and time: a paper is read much later than a screen. */
function writtenInstant(locale: Locale, iso: string): string {
  const time = dayAndTime(locale, iso).split(' ').at(-1) ?? '';
  return `${wholeDay(locale, hongKongDate(iso))}${locale === 'en' ? ', ' : ' '}${time}`;
}

/** Instants among the words of a label, written out; days alone are `labelText`'s. */
function withInstants(locale: Locale, label: Label): Label {
  if ('words' in label) {
    const words = label.words[locale];
    return INSTANT.test(words) ? literal(writtenInstant(locale, words)) : label;
  }
  const entries = Object.entries(label.params ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' && INSTANT.test(value) ? writtenInstant(locale, value) : value,
  ]);
  return label.params === undefined
    ? label
    : message(label.message, Object.fromEntries(entries) as Record<string, string | number>);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What somebody typed is text, whatever it looks like. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
