/**
 * Amounts of money, contributions, voluntary rules, long service and severance payments: words for every code of
 * `domain/money`, `domain/contributions` and `domain/offsetting`.
 */
export const contributions = {
  'money.money-format': 'This is not an amount we can read. Write it like 1,500.00.',
  'money.money-negative': 'An amount cannot be less than zero. Please check the sign.',
  'money.money-decimals': 'Give cents with two digits at most, such as 600.58.',
  'money.money-too-large': 'This amount is larger than any we take. Please count the digits.',

  'contributions.below-minimum':
    'Income is below the minimum: the employee pays nothing, the employer still pays.',
  'contributions.at-maximum': 'Income above the maximum does not count for contributions.',
  'contributions.contribution-holiday':
    'The employee pays nothing for the first 30 days and the incomplete wage period after them. The employer pays from day 1.',
  'contributions.holiday-ends-in-period':
    'The employee pays only on income after the month of the 30th day of employment.',
  'contributions.no-income': 'There is no income in this period. Send a row with zeros.',
  'contributions.daily-limits':
    'The period is not a whole month: the daily limits apply, times the calendar days.',
  'contributions.partial-month':
    'Part of a month: we used the daily limits. If you use the monthly ones, please check with eMPF.',
  'contributions.within-first-60-days':
    'Employment has not reached 60 days. It is counted now and first paid by the 10th after the month of day 60.',
  'contributions.employed-under-60-days':
    'Employment ended before its 60th day: no mandatory contribution is due.',
  'contributions.under-18': 'No mandatory contribution is due before the 18th birthday.',
  'contributions.turns-18-in-period':
    'The employee turns 18 in this period. Only income from the birthday counts, so the figure may differ.',
  'contributions.turns-65-in-period':
    'The person turns 65 in this period. Send the full income: eMPF works out the share.',
  'contributions.over-65': 'No mandatory contribution is due from the 65th birthday on.',
  'contributions.exempt-person': 'This person is marked as exempt: no mandatory contribution is due.',
  'contributions.expatriate-exempt':
    'This person is taken as exempt under the visa. Please check its dates with eMPF.',
  'contributions.expatriate-from-period':
    'The exemption under the visa ends in this period. Please check the figure with eMPF.',
  'contributions.not-employed-in-period':
    'The person is not employed in this period. Check the period and the employment dates.',
  'contributions.casual-scale':
    'The amount comes from the daily scale: average income of a working day, times working days.',
  'contributions.casual-below-minimum':
    'Average daily income is below the scale: the employee pays nothing, the employer still pays.',
  'contributions.self-employed-below-minimum': 'Income is below the minimum: nothing is due.',
  'contributions.self-employed-loss': 'A loss was stated: contributions are suspended.',

  'contributions.wage-period-dates':
    'The wage period does not fit: check both dates, and that the first comes before the last.',
  'contributions.employment-dates':
    'The employment dates do not fit together. Check the first day, the last day and earlier service.',
  'contributions.birth-date-after-period': 'The birth date is after this wage period. Please check it.',
  'contributions.income-after-holiday-needed':
    'Give the income from {from} on: the employee pays only on that part of this period.',
  'contributions.visa-date-needed': 'Give the date on which the visa was issued.',
  'contributions.working-days-missing': 'Give the number of days worked, as a whole number.',
  'contributions.working-days-too-many':
    'The period has only {days} days. Check the days worked or the dates.',
  'contributions.working-days-without-income':
    'There are days worked but no income. Give the income, or 0 days.',
  'contributions.self-employed-income-needed': 'Give the income of a year for the basis chosen.',

  'contributions.ermc-differs':
    "Employer's mandatory contribution: {entered} was entered, we compute {expected}. Correct it, or check the income and dates.",
  'contributions.ermc-missing': "Employer's mandatory contribution is blank. We compute {expected}.",
  'contributions.ermc-not-due':
    "Employer's mandatory contribution: {entered} was entered, but none is due. Leave it blank, or check the dates.",
  'contributions.eemc-differs':
    "Employee's mandatory contribution: {entered} was entered, we compute {expected}. Correct it, or check the income and dates.",
  'contributions.eemc-missing': "Employee's mandatory contribution is blank. We compute {expected}.",
  'contributions.eemc-not-due':
    "Employee's mandatory contribution: {entered} was entered, but none is due. Leave it blank, or check the income and dates.",
  'contributions.ervc-differs':
    "Employer's voluntary contribution (ERVC): {entered} was entered, your rules give {expected}. Correct the amount or the rules.",
  'contributions.ervc-missing':
    "Employer's voluntary contribution (ERVC) is blank. Your rules give {expected}. Enter it or correct the rules.",
  'contributions.ervc-not-due':
    "Employer's voluntary contribution (ERVC): {entered} was entered, but this class has no rule for it. Leave it blank or add the rule.",
  'contributions.ervc2-differs':
    "Employer's second voluntary contribution (ERVC2): {entered} was entered, your rules give {expected}. Correct the amount or the rules.",
  'contributions.ervc2-missing':
    "Employer's second voluntary contribution (ERVC2) is blank. Your rules give {expected}. Enter it or correct the rules.",
  'contributions.ervc2-not-due':
    "Employer's second voluntary contribution (ERVC2): {entered} was entered, but this class has no rule for it. Leave it blank or add the rule.",
  'contributions.eevc-differs':
    "Employee's voluntary contribution (EEVC): {entered} was entered, your rules give {expected}. Correct the amount or the rules.",
  'contributions.eevc-missing':
    "Employee's voluntary contribution (EEVC) is blank. Your rules give {expected}. Enter it or correct the rules.",
  'contributions.eevc-not-due':
    "Employee's voluntary contribution (EEVC): {entered} was entered, but this class has no rule for it. Leave it blank or add the rule.",

  'contributions.due-ahead':
    'Contributions must be received by the due day. Working days left: {workingDaysLeft}.',
  'contributions.due-close':
    'The due day is near: {workingDaysLeft, plural, one {one working day is} other {# working days are}} left. Use a channel that arrives in time.',
  'contributions.due-today': 'Contributions must be received today. Use a channel that arrives today.',
  'contributions.due-past': 'The due day has passed. Pay now: a surcharge may be added.',
  'contributions.penalty':
    'Late contributions: a surcharge of 5% of the amount, all of it for the employees. The authority may add a financial penalty of HK$5,000 or 10% of the amount due, whichever is greater.',

  'voluntary.rule-missing': 'This part of the rules is missing. Please add it.',
  'voluntary.rule-unknown-field': 'The rules have no field of this name. Check its spelling or remove it.',
  'voluntary.rule-unknown-choice': 'This is not one of the words that the rules know.',
  'voluntary.rule-shape': 'This part of the rules is not of the kind expected. Compare it with the guide.',
  'voluntary.rule-text': 'Write this in quotation marks, as text, such as "0012345".',
  'voluntary.rule-date': 'Write a day that exists as year-month-day, such as 2026-01-01.',
  'voluntary.rule-percentage': 'Give a percentage from 0% to 100%, such as 7% or 0.07.',
  'voluntary.rule-money': 'Give an amount of money here, such as 1500.00.',
  'voluntary.class-twice': 'This member class is described twice. Keep one of them.',
  'voluntary.slot-twice': 'A member class has one rule for each column at most. Join the two, or use ERVC2.',
  'voluntary.match-by-employee':
    "Matching is for the employer's columns. Give the employee's amount another formula.",
  'voluntary.match-without-eevc':
    "The employer is to match the employee, but this class has no rule for the employee's amount (EEVC). Add it.",
  'voluntary.ceiling-without-base':
    'An income ceiling needs a percentage of income. Use a cap on the amount instead.',
  'voluntary.bands-first': 'The first band has to begin at 0, so that everybody has one.',
  'voluntary.bands-order': 'Each band has to begin above the one before it. Please put them in order.',
  'voluntary.grade-twice': 'This grade is named twice. Keep one of them.',
  'voluntary.scale-order': 'Each step needs more years than the one before it. Please put them in order.',
  'voluntary.scale-falls': 'What a member owns cannot fall with more years. Please check the percentages.',
  'voluntary.scale-end': 'The last step of a vesting scale has to be 100.',
  'voluntary.employee-money-vests':
    "The employee's own money belongs to the employee at once. Remove the scale from EEVC.",

  'voluntary.member-class-not-known':
    'The rules do not know this member class. Correct the class, or add it to the rules.',
  'voluntary.basic-salary-needed':
    'The rule for {slot} is based on basic salary. Give the basic salary in this row.',
  'voluntary.other-income-needed':
    'The rule for {slot} is based on another income. Give that income for this person.',
  'voluntary.grade-needed': "The rule for {slot} goes by grade. Give the person's grade.",
  'voluntary.grade-not-known':
    'The rule for {slot} does not know this grade. Correct the grade, or add it to the rules.',
  'voluntary.period-differs':
    'The rule for {slot} has a contribution period that the payroll cannot be counted to. Change the period of the rule.',
  'voluntary.period-income-needed':
    'The rule for {slot} closes a longer period here. Give the income of all of that period.',

  'voluntary.by-rule': "It follows the employer's rule for this member class.",
  'voluntary.mandatory-subtracted': 'The mandatory contribution was taken off.',
  'voluntary.capped': 'The amount was limited to the cap of the rule.',
  'voluntary.income-over-ceiling': 'Income above the ceiling of the rule does not count.',
  'voluntary.mandatory-covers-it':
    'The mandatory contribution is as much as the rule gives: nothing is left to add.',
  'voluntary.not-begun': 'Voluntary contributions have not begun for this person yet.',
  'voluntary.not-this-period': 'The rule pays at the end of a longer period, not in this one.',
  'voluntary.suspended': 'Voluntary contributions rest for this person at present.',

  'offsetting.service-dates':
    'The dates of service do not fit: check both, and that the first comes before the last.',
  'offsetting.earlier-wage-needed':
    'Service began before 1 May 2025. Give the last full wage before that day.',
  'offsetting.all-before-transition':
    "All service was before 1 May 2025: the employer's mandatory contributions may offset it.",
  'offsetting.all-after-transition':
    "All service was from 1 May 2025 on: the employer's mandatory contributions may not offset it.",
  'offsetting.split-at-transition':
    "Service before and from 1 May 2025 is counted apart. The employer's mandatory contributions may offset the earlier part only.",
  'offsetting.wage-at-ceiling': 'The wage counts up to HK$22,500 a month.',
  'offsetting.cap-reached':
    'The payment is limited to HK$390,000. What is over it was taken off the later part.',
  'offsetting.service-short':
    'Service is shorter than this payment usually needs. Please check with the Labour Department.',
  'offsetting.mandatory-not-for-later-service':
    'Mandatory contributions that are left over may not be used for service from 1 May 2025 on.',
  'offsetting.rest-to-pay': 'Offsetting does not cover all of it. The employer pays the rest.',
  'offsetting.long-service-reason':
    'A long service payment (L) does not go with this reason of leaving. Correct the reason or the mark.',
  'offsetting.severance-reason':
    'A severance payment (S) goes only with redundancy or lay-off. Correct the reason or the mark.',
} as const;
