import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { MOBILE_CODE_SECONDS } from '../../domain/identity/proof/mobile-code.ts';
import type { Locale } from '../../domain/locale.ts';
import type { DurableDatabase } from '../store/database.ts';
import { numberKeyOf } from './hashes.ts';

/** A message to one telephone. */
interface Message {
  /** Eight digits, Hong Kong. In memory only: it goes to the provider and nowhere else. */
  readonly mobile: string;
  readonly text: string;
}

/** The part of an SMS provider that the gateway needs. */
export interface SmsProvider {
  /** @returns whether the provider took it; whether it arrives nobody knows */
  send(message: Message, at: Date): Promise<boolean>;
}

const WORDS: Readonly<Record<Locale, (code: string) => string>> = {
  'zh-Hant': (code) =>
    `積金易：驗證碼 ${code}，請在服務機輸入，${String(MOBILE_CODE_SECONDS / 60)} 分鐘內有效。不要告訴致電給你的人。`,
  en: (code) =>
    `eMPF: ${code} is your code. Type it at the terminal within ${String(MOBILE_CODE_SECONDS / 60)} minutes. ` +
    'Never tell it to anyone who phones you.',
};

/** What the member reads on the telephone. */
export function codeMessage(code: string, locale: Locale): string {
  return WORDS[locale](code);
}

/** What was sent to one telephone, the newest last. */
interface Sent {
  readonly at: string;
  readonly text: string;
}

export interface SimulatedSms extends SmsProvider {
  /** The messages of the last minutes to this number; a number is not stored, so nobody can list them all. */
  sentTo(mobile: string, at: Date): Promise<readonly Sent[]>;
}

const sentRows = z.array(
  z
    .object({ sent_at: z.string(), text: z.string() })
    .transform(({ sent_at, text }) => ({ at: sent_at, text })),
);

/**
 * Stands in for an SMS provider, for development only: what it sends is read with `npm run gateway -- sms show …`. Its
 * messages hold no number, and each is gone when its code has run out.
 */
export function createSimulatedSms(database: DurableDatabase, key: KeyObject): SimulatedSms {
  const removeOld = database.prepare('DELETE FROM simulated_messages WHERE gone_after < ?');
  const insert = database.prepare(
    'INSERT INTO simulated_messages (number, text, sent_at, gone_after) VALUES (?, ?, ?, ?)',
  );
  const select = database.prepare(
    'SELECT sent_at, text FROM simulated_messages WHERE number = ? AND gone_after >= ? ORDER BY id',
  );
  return {
    send: ({ mobile, text }, at) => {
      const goneAfter = new Date(at.getTime() + MOBILE_CODE_SECONDS * 1000).toISOString();
      removeOld.run(at.toISOString());
      insert.run(numberKeyOf(mobile, key), text, at.toISOString(), goneAfter);
      return Promise.resolve(true);
    },
    sentTo: (mobile, at) =>
      Promise.resolve(sentRows.parse(select.all(numberKeyOf(mobile, key), at.toISOString()))),
  };
}
