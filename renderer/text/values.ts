import { DIFFERING_FIELDS } from '../../domain/identity/differing/difference.ts';
import { CONTACT_CHANNELS, DISTRICTS, OPTIONAL_USES } from '../../domain/registration/answers.ts';
import { DISTRICT_LINE } from '../../domain/registration/review.ts';
import { LOCALES, type Locale } from '../../domain/locale.ts';
import type { ReviewRow } from '../../domain/terminal/view/rows.ts';
import { partialDate, readPartialDate } from './dates.ts';
import type { Text } from './text.ts';

/** A mobile number as it is read out: `9123 4567`. */
export function groupedMobile(digits: string): string {
  return digits.length > 4 ? `${digits.slice(0, 4)} ${digits.slice(4)}` : digits;
}

function known<Code extends string>(codes: readonly Code[], value: string): Code | undefined {
  return codes.find((code) => code === value);
}

/** The words for a review row's value: codes in the page's language, everything else as it stands. Empty: none given. */
export function reviewValue(
  locale: Locale,
  text: Text,
  { key, value }: Pick<ReviewRow, 'key' | 'value'>,
): string {
  switch (key) {
    case 'document':
      return value === 'typed' || value === 'reader' ? text(`review.document.${value}`) : value;
    case 'contact-channel': {
      const channel = known(CONTACT_CHANNELS, value);
      return channel === undefined ? value : text(`channel.${channel}`);
    }
    case 'communication-language': {
      const language = known(LOCALES, value);
      return language === undefined ? value : text(`communication-language.${language}`);
    }
    case 'employer':
      return value === 'mine' || value === 'not-mine' ? text(`employer.${value}`) : value;
    case 'optional-uses':
      return value
        .split(',')
        .map((part) => {
          const use = known(OPTIONAL_USES, part);
          return use === undefined ? part : text(`use.${use}`);
        })
        .join('\n');
    case 'address':
      return value
        .split('\n')
        .map((line) => {
          if (!line.startsWith(DISTRICT_LINE)) return line;
          const district = known(DISTRICTS, line.slice(DISTRICT_LINE.length));
          return district === undefined ? line : text(`district.${district}`);
        })
        .join('\n');
    case 'mobile':
      return groupedMobile(value.replaceAll(' ', ''));
    case 'date-of-birth': {
      const date = readPartialDate(value);
      return date === null ? value : partialDate(locale, text, date);
    }
    case 'mismatch':
      return value
        .split(',')
        .map((part) => {
          const field = known(DIFFERING_FIELDS, part);
          return field === undefined ? part : text(`mismatch.field.${field}`);
        })
        .join(text('review.mismatch.joint'));
    case 'attested-by':
      return value === '' ? '' : text('review.staff', { staffId: value });
    case 'signed-in':
      return text('review.iam-smart');
    case 'number':
    case 'name-english':
    case 'name-chinese':
    case 'former-name':
    case 'email':
      return value;
  }
}
