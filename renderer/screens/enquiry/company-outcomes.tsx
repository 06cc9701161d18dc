import type { ReactNode } from 'react';
import type { CompanyOutcome } from '../../../domain/wire/enquiry.ts';
import { FactList } from '../../components/page/fact-list.tsx';
import { useTerminal } from '../../terminal.ts';
import { usePages } from '../remittance-file/pager.tsx';
import classes from '../remittance-file/remittance-file.module.css';

/** So many stand below the status without scrolling. */
const ON_A_PAGE = 2;

/** Why each company that is not registered is not; how many there are where the heading does not say it. */
export function CompanyOutcomes({ companies }: { companies: readonly CompanyOutcome[] }): ReactNode {
  const { text } = useTerminal();
  const refused = companies.filter(({ state }) => state === 'refused');
  const { items, pager } = usePages(refused, ON_A_PAGE);
  const of = (state: CompanyOutcome['state']): number =>
    companies.filter((one) => one.state === state).length;
  const counts = (['registered', 'refused', 'waiting'] as const)
    .filter((state) => of(state) > 0)
    .map((state) => ({ key: state, name: text(`company-outcome.${state}`), value: String(of(state)) }));
  return (
    <>
      {(refused.length === 0 || refused.length === companies.length) && <FactList figures facts={counts} />}
      <ul className={classes.problems}>
        {items.map(({ place, ending, code }) => (
          <li key={place} className={classes.problem} data-company={place}>
            <strong>{text('company-outcome.company', { place, ending })}</strong>
            {code !== null && <p>{text(`company-outcome.${code}`)}</p>}
          </li>
        ))}
      </ul>
      {pager}
    </>
  );
}
