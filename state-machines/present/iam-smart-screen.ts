import type { Screen } from '../../domain/terminal/view/screen.ts';
import type { IamSmartSnapshot } from '../iam-smart.machine.ts';

/** The page of signing in with iAM Smart; nothing of the person is on it. */
export function iamSmartScreen(snapshot: IamSmartSnapshot): Screen {
  const { code, scanned, stopped } = snapshot.context;
  if (snapshot.matches('showing') && code !== null) {
    return { id: 'iam-smart-code', code: code.content, scanned, runsOut: code.runsOut };
  }
  if (snapshot.matches('stopped')) {
    return { id: 'iam-smart-stopped', why: stopped, canRetry: snapshot.can({ type: 'RETRY' }) };
  }
  return { id: 'iam-smart-beginning' };
}
