import { maskHkid, parseHkid } from '../../domain/identity/document/hkid.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import type { EnquirySnapshot } from '../enquiry/enquiry.machine.ts';

/** The page of an enquiry. */
export function enquiryScreen(snapshot: EnquirySnapshot): Screen {
  const { found, fault, error, typedReference, typedCode, left, claim, online } = snapshot.context;
  if (snapshot.matches('choice')) return { id: 'enquiry-choice', online };
  if (snapshot.matches('code')) return { id: 'enquiry-code', value: typedCode, error };
  if (snapshot.matches('asking') || snapshot.matches('searching')) return { id: 'enquiry-asking' };
  if (snapshot.matches('trouble')) {
    return { id: 'enquiry-trouble', fault, canRetry: snapshot.can({ type: 'RETRY' }) };
  }
  if (snapshot.matches('result') && found !== null) {
    const { reference, kind: ofKind = null, status, code, receivedAt, companies, bill = null } = found;
    return {
      id: 'enquiry-result',
      reference,
      ofKind,
      status,
      code,
      ...(bill === null ? {} : { bill }),
      receivedAt,
      ...(companies === undefined ? {} : { companies }),
      canWithdraw: snapshot.can({ type: 'WITHDRAW' }),
      canCorrect: snapshot.can({ type: 'CORRECT' }),
    };
  }
  if (snapshot.matches('list') && left !== null) {
    return {
      id: 'enquiry-list',
      maskedNumber: maskedNumberOf(claim?.person.hkid ?? ''),
      items: left.items.map(({ id, kind: ofKind = null, status, receivedAt }) => ({
        id,
        ofKind,
        status,
        receivedAt,
      })),
      more: left.more,
    };
  }
  return { id: 'enquiry-reference', value: typedReference, error };
}

function maskedNumberOf(hkid: string): string {
  const number = parseHkid(hkid);
  return number.ok ? maskHkid(number.value) : '';
}
