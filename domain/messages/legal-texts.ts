import { type InstructionKind, KIND_FACTS } from '../kinds/kinds.ts';
import type { Locale } from '../locale.ts';
import { wordsOf } from './catalogue.ts';
import { SAMPLE_NOTICE_CONTACT, type NoticeContact } from './notice-contact.ts';

/** Texts whose digest goes into the payload: the screen shows exactly these paragraphs and nothing in their place. */
const NOTICE: Readonly<Record<Locale, (contact: NoticeContact) => readonly string[]>> = {
  'zh-Hant': ({ jobTitle, address }) => [
    '登記需要你的姓名、身份證號碼和聯絡方法；不提供便不能登記。',
    '資料會交予積金易平台、有關受託人、積金局及法例容許的人士，不會交予門市作推廣。',
    `查閱或更正：${jobTitle}、${address}。`,
  ],
  en: ({ jobTitle, address }) => [
    'We need your name, ID number and contact to register; without them we cannot.',
    'They go to the eMPF Platform, your trustee, the MPFA and persons the law allows, never to this shop for marketing.',
    `Access or correction: ${jobTitle}, ${address}.`,
  ],
};

const DECLARATION: Readonly<Record<Locale, readonly string[]>> = {
  'zh-Hant': [
    '這些資料屬於我本人，真確而完整。',
    '這項登記由我本人確認，沒有人代我確認。',
    '我已看過收集個人資料的說明。',
    '我明白積金易收到並處理之後，登記才算生效。',
    '我明白蓄意作虛假陳述可被檢控。',
  ],
  en: [
    'These details are mine, true and complete.',
    'I confirm this registration myself; nobody confirms it for me.',
    'I have read how my personal data are used.',
    'I understand that I am registered only once eMPF has received and processed this.',
    'I understand that knowingly making a false statement can be prosecuted.',
  ],
};

/** Whoever gives an instruction is known to the platform already; what is read from the card and asked serves to carry it out. */
const INSTRUCTION_NOTICE: typeof NOTICE = {
  'zh-Hant': ({ jobTitle, address }) => [
    '處理這項指示需要核實你的身分，並需要你接着填寫的資料；不提供便不能處理。',
    '資料會交予積金易平台、有關受託人、積金局及法例容許的人士，不會交予門市作推廣。',
    `查閱或更正：${jobTitle}、${address}。`,
  ],
  en: ({ jobTitle, address }) => [
    'To carry out this instruction we need to know who you are, and what you fill in next; without them we cannot.',
    'They go to the eMPF Platform, your trustee, the MPFA and persons the law allows, never to this shop for marketing.',
    `Access or correction: ${jobTitle}, ${address}.`,
  ],
};

/** Nobody is asked who they are (`KIND_FACTS`, assurance 0): a complaint, a call back, a visit at a workplace. */
const UNIDENTIFIED_NOTICE: typeof NOTICE = {
  'zh-Hant': (contact) => [
    '這件事毋須核實你的身分，只需要你接着填寫的資料；不提供便不能跟進。',
    ...INSTRUCTION_NOTICE['zh-Hant'](contact).slice(1),
  ],
  en: (contact) => [
    'For this you need not show who you are. We need what you fill in next; without it we cannot follow it up.',
    ...INSTRUCTION_NOTICE.en(contact).slice(1),
  ],
};

const NOTICES = {
  registration: NOTICE,
  instruction: INSTRUCTION_NOTICE,
  unidentified: UNIDENTIFIED_NOTICE,
} as const;
/** What a notice stands before. */
export type NoticeAbout = keyof typeof NOTICES;

/** Which notice stands before an instruction. */
export function noticeBefore(kind: InstructionKind): Exclude<NoticeAbout, 'registration'> {
  return KIND_FACTS[kind].assurance === 0 ? 'unidentified' : 'instruction';
}

const INSTRUCTION_DECLARATION: Readonly<Record<Locale, readonly string[]>> = {
  'zh-Hant': [
    '我所填寫的資料真確而完整。',
    '這項指示由我本人確認，沒有人代我確認。',
    '我明白積金易收到並處理之後，指示才會執行。',
    '我明白蓄意作虛假陳述可被檢控。',
  ],
  en: [
    'What I filled in is true and complete.',
    'I confirm this instruction myself; nobody confirms it for me.',
    'I understand that it is carried out only once eMPF has received and processed it.',
    'I understand that knowingly making a false statement can be prosecuted.',
  ],
};

/** Where nobody is asked who they are, nothing is claimed and nothing is carried out: no threat stands under praise. */
const UNIDENTIFIED_DECLARATION: typeof INSTRUCTION_DECLARATION = {
  'zh-Hant': ['這件事由我本人留下，沒有人代我留下。', '我明白積金易收到之後，才會跟進。'],
  en: [
    'I leave this myself; nobody leaves it for me.',
    'I understand that it is followed up only once eMPF has received it.',
  ],
};

/** As `noticeParagraphs`, before whatever is begun. */
export function noticeParagraphsAbout(
  about: NoticeAbout,
  locale: Locale,
  contact: NoticeContact = SAMPLE_NOTICE_CONTACT[locale],
): readonly string[] {
  return NOTICES[about][locale](contact);
}

/** As `declarationParagraphs`, for one kind of instruction: what it is comes first. */
export function instructionDeclarationParagraphs(locale: Locale, kind: InstructionKind): readonly string[] {
  const identified = noticeBefore(kind) === 'instruction';
  const rest = identified ? INSTRUCTION_DECLARATION : UNIDENTIFIED_DECLARATION;
  return [wordsOf(locale, `declaration.${kind}`), ...rest[locale]];
}

/**
 * The notice before collection, paragraph by paragraph as the notice page shows it (facts/wording.md).
 *
 * @param contact whom to ask for access or correction; the marked sample unless the operator gives another.
 */
export function noticeParagraphs(
  locale: Locale,
  contact: NoticeContact = SAMPLE_NOTICE_CONTACT[locale],
): readonly string[] {
  return NOTICE[locale](contact);
}

/** The declaration, sentence by sentence as the declaration page shows it. */
export function declarationParagraphs(locale: Locale): readonly string[] {
  return DECLARATION[locale];
}

/** The notice as one string, paragraphs joined by a line feed: what `consents.notice.digest` is the SHA-256 of. */
export function noticeText(locale: Locale, contact: NoticeContact = SAMPLE_NOTICE_CONTACT[locale]): string {
  return noticeParagraphs(locale, contact).join('\n');
}

/** The declaration as one string, joined by a line feed: what `consents.declaration.digest` is the SHA-256 of. */
export function declarationText(locale: Locale): string {
  return declarationParagraphs(locale).join('\n');
}
