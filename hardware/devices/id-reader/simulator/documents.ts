import { checkCharacter } from '../../../../domain/identity/document/hkid.ts';
import type { ReadErrorCode, ReportedCard, ReportedDocument } from '../wire/protocol.ts';

/** What a simulated reader finds when a document is put into it. */
export type SimulatedCard =
  | { readonly reads: 'document'; readonly document: ReportedDocument }
  | { readonly reads: 'error'; readonly code: ReadErrorCode };

/**
 * The only identity card numbers that may stand in this repository (body and check character): all invented, with
 * check characters that pass. A check of the repository refuses any other that passes.
 */
export const FIXTURE_HKIDS = [
  'Z9001426',
  'K8039178',
  'G2106883',
  'WX1044824',
  'R6619303',
  'V4820711',
  'P9753102',
  'Y3182647',
  'EC5700130',
  'S246815A',
  'M1133581',
  'C7281917',
  'T0908171',
  'H5657484',
] as const;
type FixtureHkid = (typeof FIXTURE_HKIDS)[number];

const NOT_CHECKED = { method: 'none', result: 'not-performed', middleware: '' } as const;

function card(
  number: FixtureHkid,
  surname: string,
  givenNames: string,
  nameChinese: string | null,
  dateOfBirth: string,
  more: Partial<ReportedCard> = {},
): SimulatedCard {
  return {
    reads: 'document',
    document: {
      kind: 'hkid',
      number,
      surname,
      givenNames,
      nameChinese,
      dateOfBirth,
      sex: 'F',
      dateOfIssue: '2019-08-21',
      authenticity: NOT_CHECKED,
      ...more,
    },
  };
}

/**
 * Invented people and documents by name. Names are rare on purpose: a search for them in anything the program wrote
 * finds them and nothing else.
 */
export const SIMULATED_DOCUMENTS = {
  'adult-01': card('Z9001426', 'SZETOHONG', 'Wing Lam', '司徒康詠嵐', '1985-03-14'),
  /** Only the year is printed. */
  'adult-02': card('K8039178', 'AUYEUNGSAM', 'Tsz Hin', '歐陽森梓軒', '1958', { sex: 'M' }),
  /** Only year and month are printed. */
  'adult-03': card('G2106883', 'KWOKSIU', 'Mei Fong', '郭蕭美芳', '1962-07'),
  /** Two letters before the figures. */
  'adult-04': card('WX1044824', 'TSANGLAU', 'Ka Yan', '曾劉嘉茵', '1979-11-30'),
  /** A single name, and no Chinese one. */
  'adult-05': card('R6619303', 'SUPRIYATUNDARI', '', null, '1990-05-02'),
  /** A name longer than one line of a screen and than one report. */
  'adult-06': card(
    'V4820711',
    'WICKRAMASINGHE MUDIYANSELAGE',
    'Chandrasekharan Venkatanarasimharajuvaripeta Balasubramaniam Tharangasuriya Dissanayakege',
    null,
    '1971-01-09',
    { sex: 'M' },
  ),
  'adult-07': card('P9753102', 'OYELARANMBEKI', 'Thandiwe Abosede', null, '1994-12-25'),
  /** Characters of the Hong Kong Supplementary Character Set, one of them outside the Basic Multilingual Plane. */
  'adult-08': card('Y3182647', 'HOLOKFONG', 'Tung Ngai', '何駱㷫𨧀', '1988-06-18', { sex: 'M' }),
  /** Two letters, year only, no date of issue. */
  'adult-09': card('EC5700130', 'LAMLEUNGSZE', 'Po Kwan', '林梁寶筠', '1949', { dateOfIssue: null }),
  /** Check character A. */
  'adult-10': card('S246815A', 'CHEUNGMAN', 'Yat Fung Bartholomew', '張文逸楓', '1966-10-03', { sex: 'M' }),
  /** Apostrophe and hyphen. */
  'adult-11': card('M1133581', "D'ALMEIDA-XAVIERRO", 'Maria-Joao', null, '1983-04-27'),
  /** Born on 29 February. */
  'adult-12': card('C7281917', 'YIPFUNGCHI', 'Hok Lai', '葉馮學禮', '1992-02-29', { sex: 'M' }),
  /** The reader gives no sex. */
  'adult-13': card('T0908171', 'NGTSUIPING', 'Oi Ching', '吳徐藹澄', '1975-08-08', { sex: null }),
  /** The reader says that the card is not genuine. */
  'adult-14': card('H5657484', 'MOKWAIHIN', 'Chun Kit', '莫韋俊傑', '1969-09-16', {
    sex: 'M',
    authenticity: { method: 'chip', result: 'failed', middleware: 'simulated middleware 1.0' },
  }),
  /** Sent undamaged, but misread: the check character does not fit. */
  'misread-01': {
    reads: 'document',
    document: {
      kind: 'hkid',
      number: 'Z9001425',
      surname: 'SZETOHONG',
      givenNames: 'Wing Lam',
      nameChinese: null,
      dateOfBirth: '1985-03-14',
      sex: 'F',
      dateOfIssue: null,
      authenticity: NOT_CHECKED,
    },
  },
  /** The specimen of ICAO 9303, of a country that does not exist. */
  'passport-01': {
    reads: 'document',
    document: {
      kind: 'passport',
      mrz: ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'],
    },
  },
  /** Paper: the reader feels it and cannot read it. */
  'replacement-slip': { reads: 'error', code: 'not-a-document-we-know' },
} as const satisfies Record<string, SimulatedCard>;

export type SimulatedDocumentName = keyof typeof SIMULATED_DOCUMENTS;
export const SIMULATED_DOCUMENT_NAMES = Object.keys(SIMULATED_DOCUMENTS) as SimulatedDocumentName[];

/** What the reader would send for this name. @throws Error for a name that cannot be read: a mistake of the caller */
export function reportedDocument(name: SimulatedDocumentName): ReportedDocument {
  const found: SimulatedCard = SIMULATED_DOCUMENTS[name];
  if (found.reads !== 'document') throw new Error(`${name} cannot be read`);
  return found.document;
}

/**
 * The card of an invented worker, by number: for runs that need more people than have a name here. The check character
 * is computed, so that no number of theirs stands in the repository.
 */
export function workerDocument(worker: number): SimulatedCard {
  const body = `Q${String(700_000 + worker)}`;
  const letters = String.fromCharCode(97 + (worker % 26), 97 + (Math.floor(worker / 26) % 26));
  return {
    reads: 'document',
    document: {
      kind: 'hkid',
      number: `${body}${checkCharacter(body)}`,
      surname: 'GONGYAUSZE',
      givenNames: `Man ${letters.charAt(0).toUpperCase()}${letters}`,
      nameChinese: null,
      dateOfBirth: `19${String(60 + (worker % 40))}-0${String(1 + (worker % 9))}-15`,
      sex: worker % 2 === 0 ? 'M' : 'F',
      dateOfIssue: '2020-02-20',
      authenticity: NOT_CHECKED,
    },
  };
}
