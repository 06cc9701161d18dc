import type { ReactNode } from 'react';
import { DISTRICTS } from '../../../domain/registration/answers.ts';
import { Chip } from '../../components/controls/choice.tsx';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import { OneChoice } from './one-choice.tsx';
import classes from './questions.module.css';

/** The list of districts runs Hong Kong Island, Kowloon, New Territories. */
const REGIONS = [
  { name: 'hong-kong', districts: DISTRICTS.slice(0, 4) },
  { name: 'kowloon', districts: DISTRICTS.slice(4, 9) },
  { name: 'new-territories', districts: DISTRICTS.slice(9) },
] as const;

/** One of eighteen districts, by region. */
export function DistrictQuestion({ screen }: { screen: ScreenOf<'question'> }): ReactNode {
  const { text } = useTerminal();
  return (
    <OneChoice screen={screen} className={classes.regions} label={text('question.district.heading')}>
      {(field) =>
        REGIONS.map(({ name, districts }) => (
          <div key={name} className={classes.region}>
            <h2 className={classes.regionName}>{text(`question.district.${name}`)}</h2>
            <div className={classes.districts}>
              {districts.map((district) => (
                <Chip
                  key={district}
                  option={district}
                  label={text(`district.${district}`)}
                  chosen={field.value === district}
                  onChoose={() => field.change(district)}
                />
              ))}
            </div>
          </div>
        ))
      }
    </OneChoice>
  );
}
