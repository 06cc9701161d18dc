import type { contributions as english } from '../en/contributions.ts';

/** 金額、供款、自願性供款規則、長服金及遣散費：`domain/money`、`domain/contributions`、`domain/offsetting` 每個代號一條。 */
export const contributions = {
  'money.money-format': '未能讀出金額。請寫成 1,500.00 的樣子。',
  'money.money-negative': '金額不可少於零。請看看正負號。',
  'money.money-decimals': '最多寫到仙，即小數點後兩個位，例如 600.58。',
  'money.money-too-large': '金額大過可接受的上限。請數一數有幾多個位。',

  'contributions.below-minimum': '入息低於最低水平：僱員毋須供款，僱主仍要供款。',
  'contributions.at-maximum': '超過最高入息水平的部分不計供款。',
  'contributions.contribution-holiday': '僱員首 30 日及緊接的不完整工資期毋須供款；僱主由第一日起供款。',
  'contributions.holiday-ends-in-period': '僱員只按受僱第 30 日所屬月份之後的入息供款。',
  'contributions.no-income': '這段期間沒有入息。請照樣遞交一行零。',
  'contributions.daily-limits': '這段期間不是完整一個月：按每日上下限乘以曆日數計算。',
  'contributions.partial-month': '不足一個月：我們按每日上下限計算。如你按每月上下限計算，請向積金易核對。',
  'contributions.within-first-60-days':
    '受僱未滿 60 日。現在先計，最遲在第 60 日所屬月份之後的 10 號首次繳付。',
  'contributions.employed-under-60-days': '受僱未滿 60 日便離職：毋須作強制性供款。',
  'contributions.under-18': '18 歲生日之前毋須作強制性供款。',
  'contributions.turns-18-in-period': '僱員在這段期間滿 18 歲。只計生日起的入息，數目或會不同。',
  'contributions.turns-65-in-period': '這位人士在這段期間滿 65 歲。請填全部入息，積金易會按比例計算。',
  'contributions.over-65': '由 65 歲生日起毋須作強制性供款。',
  'contributions.exempt-person': '這位人士列為獲豁免：毋須作強制性供款。',
  'contributions.expatriate-exempt': '按簽證當作獲豁免。請向積金易核對簽證日期。',
  'contributions.expatriate-from-period': '簽證的豁免在這段期間完結。請向積金易核對數目。',
  'contributions.not-employed-in-period': '這位人士在這段期間沒有受僱。請核對期間和受僱日期。',
  'contributions.casual-scale': '金額按每日供款表計算：每個工作天的平均入息對應的數目，乘以工作天數。',
  'contributions.casual-below-minimum': '每日平均入息低於供款表下限：僱員毋須供款，僱主仍要供款。',
  'contributions.self-employed-below-minimum': '入息低於最低水平：毋須供款。',
  'contributions.self-employed-loss': '已申報虧損：暫停供款。',

  'contributions.wage-period-dates': '工資期不合。請核對兩個日期，開始日要早於完結日。',
  'contributions.employment-dates': '受僱日期不合。請核對第一日、最後一日和之前的年資。',
  'contributions.birth-date-after-period': '出生日期在這個工資期之後。請核對。',
  'contributions.income-after-holiday-needed': '請填 {from} 起的入息：僱員只按這段期間的這一部分供款。',
  'contributions.visa-date-needed': '請填簽證的簽發日期。',
  'contributions.working-days-missing': '請填工作天數，要是整數。',
  'contributions.working-days-too-many': '這段期間只有 {days} 日。請核對工作天數或日期。',
  'contributions.working-days-without-income': '有工作天但沒有入息。請填入息，或把工作天改為 0。',
  'contributions.self-employed-income-needed': '請按所選的入息基礎填一年的入息。',

  'contributions.ermc-differs':
    '僱主強制性供款填了 {entered}，我們計得 {expected}。請更正，或核對入息和日期。',
  'contributions.ermc-missing': '僱主強制性供款未填。我們計得 {expected}。',
  'contributions.ermc-not-due': '僱主強制性供款填了 {entered}，但毋須供款。請留空，或核對日期。',
  'contributions.eemc-differs':
    '僱員強制性供款填了 {entered}，我們計得 {expected}。請更正，或核對入息和日期。',
  'contributions.eemc-missing': '僱員強制性供款未填。我們計得 {expected}。',
  'contributions.eemc-not-due': '僱員強制性供款填了 {entered}，但毋須供款。請留空，或核對入息和日期。',
  'contributions.ervc-differs':
    '僱主自願性供款（ERVC）填了 {entered}，按你的規則是 {expected}。請更正金額或規則。',
  'contributions.ervc-missing': '僱主自願性供款（ERVC）未填，按你的規則是 {expected}。請填上或更正規則。',
  'contributions.ervc-not-due':
    '僱主自願性供款（ERVC）填了 {entered}，但這個成員類別沒有這項規則。請留空或補上規則。',
  'contributions.ervc2-differs':
    '僱主第二項自願性供款（ERVC2）填了 {entered}，按你的規則是 {expected}。請更正金額或規則。',
  'contributions.ervc2-missing':
    '僱主第二項自願性供款（ERVC2）未填，按你的規則是 {expected}。請填上或更正規則。',
  'contributions.ervc2-not-due':
    '僱主第二項自願性供款（ERVC2）填了 {entered}，但這個成員類別沒有這項規則。請留空或補上規則。',
  'contributions.eevc-differs':
    '僱員自願性供款（EEVC）填了 {entered}，按你的規則是 {expected}。請更正金額或規則。',
  'contributions.eevc-missing': '僱員自願性供款（EEVC）未填，按你的規則是 {expected}。請填上或更正規則。',
  'contributions.eevc-not-due':
    '僱員自願性供款（EEVC）填了 {entered}，但這個成員類別沒有這項規則。請留空或補上規則。',

  'contributions.due-ahead': '供款須於到期日或之前收妥。尚餘工作天：{workingDaysLeft}。',
  'contributions.due-close':
    '到期日將近，尚餘 {workingDaysLeft, plural, other {# 個工作天}}。請用趕得及的途徑遞交。',
  'contributions.due-today': '供款須於今日收妥。請用今日趕得及的途徑遞交。',
  'contributions.due-past': '到期日已過。請立即繳付，可能要加附加費。',
  'contributions.penalty':
    '逾期供款要加 5% 附加費，全數撥歸僱員。當局另可徵收罰款：HK$5,000 或欠款的 10%，以較大者為準。',

  'voluntary.rule-missing': '規則欠了這一部分。請補上。',
  'voluntary.rule-unknown-field': '規則沒有這個欄名。請核對串法或刪去。',
  'voluntary.rule-unknown-choice': '規則沒有這個用字。',
  'voluntary.rule-shape': '這一部分的寫法不合。請對照指引。',
  'voluntary.rule-text': '請用引號寫成文字，例如 "0012345"。',
  'voluntary.rule-date': '請以「年-月-日」寫一個真實的日期，例如 2026-01-01。',
  'voluntary.rule-percentage': '請填 0% 至 100% 的百分比，例如 7% 或 0.07。',
  'voluntary.rule-money': '這裏請填金額，例如 1500.00。',
  'voluntary.class-twice': '這個成員類別寫了兩次。請保留一個。',
  'voluntary.slot-twice': '每個成員類別每一欄最多一項規則。請合併，或改用 ERVC2。',
  'voluntary.match-by-employee': '等額供款只適用於僱主的欄。請為僱員的供款選另一種計法。',
  'voluntary.match-without-eevc': '僱主按僱員等額供款，但這個類別沒有僱員供款（EEVC）的規則。請補上。',
  'voluntary.ceiling-without-base': '入息上限要配合按入息百分比的計法。請改用金額上限。',
  'voluntary.bands-first': '第一級要由 0 開始，使每人都有所屬的一級。',
  'voluntary.bands-order': '每一級要高過上一級。請排好次序。',
  'voluntary.grade-twice': '這個職級寫了兩次。請保留一個。',
  'voluntary.scale-order': '每一級的年數要多過上一級。請排好次序。',
  'voluntary.scale-falls': '年資越長，歸屬比率不可越低。請核對百分比。',
  'voluntary.scale-end': '歸屬比率表最後一級必須是 100。',
  'voluntary.employee-money-vests': '僱員自己的供款即時全歸僱員。請從 EEVC 刪去歸屬比率表。',

  'voluntary.member-class-not-known': '規則沒有這個成員類別。請更正類別，或在規則補上。',
  'voluntary.basic-salary-needed': '{slot} 的規則按基本薪金計算。請在這一行填基本薪金。',
  'voluntary.other-income-needed': '{slot} 的規則按另一種入息計算。請填這位人士的該項入息。',
  'voluntary.grade-needed': '{slot} 的規則按職級計算。請填這位人士的職級。',
  'voluntary.grade-not-known': '{slot} 的規則沒有這個職級。請更正職級，或在規則補上。',
  'voluntary.period-differs': '{slot} 規則的供款期與發薪期對不上。請更改規則的供款期。',
  'voluntary.period-income-needed': '{slot} 規則的較長供款期在此完結。請填整段供款期的入息。',

  'voluntary.by-rule': '按僱主為這個成員類別訂的規則計算。',
  'voluntary.mandatory-subtracted': '已扣除強制性供款。',
  'voluntary.capped': '金額已按規則的上限計算。',
  'voluntary.income-over-ceiling': '超過規則入息上限的部分不計。',
  'voluntary.mandatory-covers-it': '強制性供款已達規則的數目，毋須再加。',
  'voluntary.not-begun': '這位人士的自願性供款尚未開始。',
  'voluntary.not-this-period': '按規則在較長的供款期完結時才供，不在這一期。',
  'voluntary.suspended': '這位人士的自願性供款現正暫停。',

  'offsetting.service-dates': '受僱日期不合。請核對兩個日期，第一日要早於最後一日。',
  'offsetting.earlier-wage-needed': '受僱在 2025 年 5 月 1 日前開始。請填該日前最後一個完整月份的工資。',
  'offsetting.all-before-transition': '受僱期全在 2025 年 5 月 1 日之前：可用僱主強制性供款的權益抵銷。',
  'offsetting.all-after-transition': '受僱期全由 2025 年 5 月 1 日起：不可用僱主強制性供款的權益抵銷。',
  'offsetting.split-at-transition':
    '2025 年 5 月 1 日前後的受僱期分開計算。僱主強制性供款的權益只可抵銷較早的一段。',
  'offsetting.wage-at-ceiling': '每月工資最多計至 HK$22,500。',
  'offsetting.cap-reached': '款額上限為 HK$390,000，超出的數目已從較後的一段扣減。',
  'offsetting.service-short': '受僱期短過這種款項一般所需。請向勞工處查詢。',
  'offsetting.mandatory-not-for-later-service':
    '餘下的僱主強制性供款權益，不可用於 2025 年 5 月 1 日起的受僱期。',
  'offsetting.rest-to-pay': '抵銷未能涵蓋全數，餘額由僱主支付。',
  'offsetting.long-service-reason': '這個離職原因不配長期服務金（L）。請更正原因或標記。',
  'offsetting.severance-reason': '遣散費（S）只適用於裁員或停工。請更正原因或標記。',
} as const satisfies Record<keyof typeof english, string>;
