import type { Screen } from '../../domain/terminal/view.ts';
import type { EnquirySnapshot } from '../enquiry.machine.ts';

/** The page of an enquiry. */
export function enquiryScreen(snapshot: EnquirySnapshot): Screen {
  const { found, fault, error, typedReference, typedCode } = snapshot.context;
  if (snapshot.matches('code')) return { id: 'enquiry-code', value: typedCode, error };
  if (snapshot.matches('asking')) return { id: 'enquiry-asking' };
  if (snapshot.matches('trouble')) {
    return { id: 'enquiry-trouble', fault, canRetry: snapshot.can({ type: 'RETRY' }) };
  }
  if (snapshot.matches('result') && found !== null) {
    const { reference, kind: ofKind = null, status, code, receivedAt } = found;
    return {
      id: 'enquiry-result',
      reference,
      ofKind,
      status,
      code,
      receivedAt,
      canWithdraw: snapshot.can({ type: 'WITHDRAW' }),
      canCorrect: snapshot.can({ type: 'CORRECT' }),
    };
  }
  return { id: 'enquiry-reference', value: typedReference, error };
}
