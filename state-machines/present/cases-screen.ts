import type { CasesScreen } from '../../domain/terminal/view/cases-view.ts';
import { CASE_ACTIONS, wayOn } from '../../domain/work-day/cases.ts';
import { caseChosen, type CasesSnapshot } from '../station/cases.machine.ts';

/** The page of a station's list of cases. */
export function casesScreen(cases: CasesSnapshot): CasesScreen {
  const { context } = cases;
  const { list, fault, stale } = context;
  if (cases.matches('refused')) return { id: 'cases-trouble', fault: 'not-permitted', canRetry: false };
  if (cases.matches('trouble')) return { id: 'cases-trouble', fault: fault ?? 'unavailable', canRetry: true };
  if (cases.matches({ open: { page: 'noting' } }) || cases.matches({ open: { page: 'taking' } })) {
    return { id: 'cases-waiting', about: 'saving' };
  }
  const chosen = caseChosen(context);
  if (cases.matches({ open: { page: 'one' } }) && chosen !== null) {
    const actions = chosen.needsSomebody ? CASE_ACTIONS : [];
    return { id: 'case', case: chosen, way: wayOn(chosen.state), actions, fault };
  }
  if (cases.matches('open') && list !== null) {
    return { id: 'cases-list', cases: list.cases, lost: list.lost, stale };
  }
  return { id: 'cases-waiting', about: 'looking' };
}
