/**
 * Numbers of the mandatory rules with where they come from: `S` sourced in facts/domain.md §3a, `GK` general knowledge
 * that no source confirmed. Passed as an argument everywhere, so that reference data can replace them.
 */
export interface MandatoryRules {
  /** S. Regular employees are covered once employed for this many days; the first remittance follows it. */
  readonly coveredFromDay: number;
  /** S. Days at the beginning of employment for which an employee pays nothing. */
  readonly holidayDays: number;
  /** S. First and one-past-last year of age with mandatory contributions. */
  readonly fromAge: number;
  readonly untilAge: number;
  /** GK. Months after a visa's issue for which an expatriate is exempt. */
  readonly expatriateMonths: number;
  /** S. Of the default amount, all of it to the employees. */
  readonly surchargeRate: string;
  /** S. Days after a contribution period, for casual employees paid by period. */
  readonly casualDueDays: number;
  /** S. Days before the scheme's financial year ends by which a self-employed person reports income. */
  readonly incomeReportDays: number;
  /** Ours: from this many working days before the contribution day on, other channels are shown. */
  readonly closeWorkingDays: number;
}

export const MANDATORY_RULES: MandatoryRules = {
  coveredFromDay: 60,
  holidayDays: 30,
  fromAge: 18,
  untilAge: 65,
  expatriateMonths: 13,
  surchargeRate: '0.05',
  casualDueDays: 10,
  incomeReportDays: 30,
  closeWorkingDays: 3,
};
