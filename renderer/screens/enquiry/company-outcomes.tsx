import type { ReactNode } from 'react';
import type { CompanyOutcome } from '../../../domain/wire/enquiry.ts';
import { FactList } from '../../components/page/fact-list.tsx';
import { useTerminal } from '../../terminal.ts';
import { usePages } from '../remittance-file/pager.tsx';
import classes from '../remittance-file/remittance-file.module.css';

/** So many stand below the status without scrolling. */
const ON_A_PAGE = 2;

/** How many companies of a group are registered, and why each of the others is not. */
export function CompanyOutcomes({ companies }: { companies: readonly CompanyOutcome[] }): ReactNode {
  const { text } = useTerminal();
  const refused = companies.filter(({ state }) => state === 'refused');
  const { items, pager } = usePages(refused, ON_A_PAGE);
  const count = (state: CompanyOutcome['state']) => ({
    key: state,
    name: text(`company-outcome.${state}`),
    value: String(companies.filter((one) => one.state === state).length),
  });
  return (
    <>
      <FactList
        figures
        facts={(['registered', 'refused', 'waiting'] as const)
          .map(count)
          .filter(({ value }) => value !== '0')}
      />
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
