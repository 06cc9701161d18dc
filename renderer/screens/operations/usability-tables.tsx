import { useState, type ReactNode } from 'react';
import type { FlowFigures, UsabilitySummary } from '../../../domain/usability/summarise.ts';
import { Chip } from '../../components/controls/choice.tsx';
import { useTerminal } from '../../terminal.ts';
import { messageKey } from '../../text/text.ts';
import { errorWords } from './error-words.ts';
import classes from './operations.module.css';
import { countWords, flowWords, secondsWords, stepWords } from './usability-words.ts';

interface Given {
  readonly summary: UsabilitySummary;
}

function Table({
  head,
  rows,
  words = false,
}: {
  head: readonly string[];
  rows: readonly ReactNode[];
  /** The second column holds words, and no figures. */
  words?: boolean;
}): ReactNode {
  return (
    <table className={classes.table} data-words={words || undefined}>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{rows}</tbody>
    </table>
  );
}

function Row({ name, cells }: { name: string; cells: readonly string[] }): ReactNode {
  return (
    <tr data-figures={name}>
      {cells.map((cell, column) => (
        // A row's cells never move.
        <td key={String(column)}>{cell}</td>
      ))}
    </tr>
  );
}

/** All ways, and the pages of one of them: who reached a page, and who left on it. */
export function FlowsTable({ summary: { flows } }: Given): ReactNode {
  const { text } = useTerminal();
  const [chosen, setChosen] = useState(0);
  const flow = flows[chosen];
  return (
    <>
      <Table
        head={[
          text('usability.by.flows'),
          text('usability.visits'),
          text('usability.completed'),
          text('usability.left'),
        ]}
        rows={flows.map(({ flow: name, begun, done, left }) => (
          <Row
            key={name}
            name={name}
            cells={[flowWords(text, name), countWords(begun), countWords(done), countWords(left)]}
          />
        ))}
      />
      <div className={classes.flows} role="radiogroup" aria-label={text('usability.by.flows')}>
        {flows.map(({ flow: name }, index) => (
          <Chip
            key={name}
            option={`flow-${name}`}
            label={flowWords(text, name)}
            chosen={index === chosen}
            onChoose={() => setChosen(index)}
          />
        ))}
      </div>
      {flow === undefined ? null : <Funnel flow={flow} />}
    </>
  );
}

function Funnel({ flow: { flow, steps, faces } }: { flow: FlowFigures }): ReactNode {
  const { text } = useTerminal();
  const { good, fair, poor } = faces;
  return (
    <section className={classes.group} data-funnel={flow}>
      <h2>{text('usability.steps-of', { flow: flowWords(text, flow) })}</h2>
      {good + fair + poor > 0 && (
        <p className={classes.soft}>
          {text('usability.faces', {
            good: countWords(good),
            fair: countWords(fair),
            poor: countWords(poor),
          })}
        </p>
      )}
      <Table
        head={[
          text('usability.page'),
          text('usability.reached'),
          text('usability.left'),
          text('usability.back'),
          text('usability.help'),
          text('usability.wrong'),
          text('usability.half'),
        ]}
        rows={steps.map((step) => (
          <Row
            key={step.step}
            name={step.step}
            cells={[
              stepWords(text, step),
              countWords(step.reached),
              countWords(step.left),
              countWords(step.back),
              countWords(step.help),
              countWords(step.errors),
              secondsWords(text, step, step.half),
            ]}
          />
        ))}
      />
    </section>
  );
}

/** Where people stay longest. */
export function SlowestTable({ summary: { slowest } }: Given): ReactNode {
  const { text } = useTerminal();
  return (
    <Table
      head={[
        text('usability.page'),
        text('usability.by.flows'),
        text('usability.half'),
        text('usability.mostly'),
      ]}
      rows={slowest.map((step) => (
        <Row
          key={`${step.flow} ${step.step}`}
          name={step.step}
          cells={[
            stepWords(text, step),
            flowWords(text, step.flow),
            secondsWords(text, step, step.half),
            secondsWords(text, step, step.mostly),
          ]}
        />
      ))}
    />
  );
}

/** What goes wrong most. */
export function ErrorsTable({ summary: { errors } }: Given): ReactNode {
  const { text } = useTerminal();
  return (
    <Table
      words
      head={[text('usability.page'), text('usability.told'), text('usability.times')]}
      rows={errors.map(({ flow, step, words, code, count }) => (
        <Row
          key={`${flow} ${step} ${code}`}
          name={code}
          cells={[stepWords(text, { step, words }), errorWords(text, { step, code }), countWords(count)]}
        />
      ))}
    />
  );
}

/** By language, text size, place, and with staff or alone. */
export function GroupsTable({ summary: { groups } }: Given): ReactNode {
  const { text } = useTerminal();
  return (
    <Table
      head={[
        text('usability.by.groups'),
        text('usability.visits'),
        text('usability.completed'),
        text('usability.left'),
      ]}
      rows={groups.map(({ by, value, begun, done, left }) => (
        <Row
          key={`${by} ${value}`}
          name={`${by}-${value}`}
          cells={[
            text('usability.group-value', {
              group: text(`usability.group.${by}`),
              value: text(messageKey(`usability.value.${value}`)),
            }),
            countWords(begun),
            countWords(done),
            countWords(left),
          ]}
        />
      ))}
    />
  );
}
