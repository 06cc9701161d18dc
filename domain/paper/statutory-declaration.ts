import { type Label, literal, message } from '../catalogue/ask.ts';
import type { Facts } from '../catalogue/definition.ts';
import { formLabels, sworn } from '../catalogue/kinds/benefit-withdrawal/papers.ts';
import { chosenRules } from '../catalogue/kinds/benefit-withdrawal/eligibility.ts';
import { nameAnswers } from '../catalogue/instruction.ts';
import { wholeName } from '../registration/review.ts';
import { whoStandsHere } from '../registration/who.ts';
import type { Made, Paper } from './paper.ts';

/**
 * A withdrawal's statutory declaration, to be declared elsewhere: name and sentences printed, everything that must not
 * stand beside a name (number, address, day, signatures) left empty for the hand (ADR 0022; facts/domain.md §3c, §7).
 *
 * @returns null where the ground needs none, or where nobody with a name stands here
 */
export function statutoryDeclarationPaper(facts: Facts, made: Made): Paper | null {
  const rules = chosenRules(facts);
  const sentences = sworn(facts);
  const name = declarant(facts);
  if (rules?.statutoryDeclaration !== true || sentences.length === 0 || name === null) return null;
  return {
    kind: 'statutory-declaration',
    ...made,
    blocks: [
      { type: 'heading', label: message('paper.statutory-declaration.title') },
      { type: 'text', label: message('paper.declaration.law'), weight: 'small' },
      { type: 'text', label: message('paper.declaration.prepared'), weight: 'small' },
      {
        type: 'figures',
        figures: [
          { label: message('paper.declaration.name'), value: name },
          { label: message('paper.declaration.ground'), value: { words: rules.name } },
        ],
      },
      { type: 'blank', label: message('paper.declaration.number'), lines: 1 },
      { type: 'blank', label: message('paper.declaration.address'), lines: 2 },
      { type: 'text', label: message('paper.declaration.opening'), weight: 'strong' },
      { type: 'list', items: sentences, numbered: true },
      { type: 'text', label: message('paper.declaration.closing'), weight: 'strong' },
      {
        type: 'signatures',
        columns: [
          [
            message('paper.declaration.signature'),
            message('paper.declaration.place'),
            message('paper.declaration.day'),
          ],
          [
            message('paper.declaration.before-me'),
            message('paper.declaration.officer'),
            message('paper.declaration.capacity'),
          ],
        ],
      },
      { type: 'text', label: message('paper.declaration.forms'), weight: 'small' },
      { type: 'list', items: formLabels(facts), numbered: false },
      { type: 'text', label: message('withdrawal.sworn.original'), weight: 'small' },
      { type: 'text', label: message('withdrawal.sworn.false'), weight: 'small' },
    ],
  };
}

/** English and Chinese name together, as the card has them or as typed. */
function declarant({ identified, answers }: Facts): Label | null {
  if (identified === null) return null;
  const who = whoStandsHere(identified, nameAnswers(answers));
  if (who === null) return null;
  const chinese = identified.means === 'reader' ? identified.document.nameChinese : null;
  const english = wholeName(who.surname, who.givenNames);
  return literal(chinese === null ? english : `${english} ${chinese}`);
}
