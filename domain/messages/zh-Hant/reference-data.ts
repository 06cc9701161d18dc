import type { referenceData as english } from '../en/reference-data.ts';

/** 參考資料查不到的，資料不獲採用的原因，以及未經核實的資料的說明。 */
export const referenceData = {
  'calendar.calendar-not-known': '當日的假期未有資料。請稍後再查，或致電 183 2622。',

  'reference-data.limits-not-known': '本機沒有當日的供款上下限。請核對日期，或致電 183 2622。',
  'reference-data.scale-not-known': '本機沒有當日的行業計劃供款表。請核對日期，或致電 183 2622。',
  'reference-data.cut-off-not-known': '本機沒有當日的交易截止時間。請核對日期，或致電 183 2622。',
  'reference-data.dis-not-known': '本機沒有當日的預設投資策略配置表。請核對日期，或致電 183 2622。',
  'reference-data.withdrawal-not-known': '本機沒有當日的提取規則。請核對日期，或致電 183 2622。',
  'reference-data.scheme-not-known': '找不到這個計劃。請從名單中選擇。',
  'reference-data.scheme-not-yet': '這個計劃在 {on} 加入積金易。之前請把指示交給計劃的受託人。',
  'reference-data.scheme-moving':
    '這個計劃正在轉到積金易，積金易由 {on} 起處理它的指示。在此之前，請向受託人查詢是否仍然接受。',

  'reference-data.reference-data-malformed': '檔案不是參考資料，請看 {place}。沒有任何更改。',
  'reference-data.reference-data-broken-rule': '參考資料在 {place} 有矛盾：{rule}。沒有任何更改。',
  'reference-data.reference-data-not-trusted': '參考資料不是由積金易簽署，繼續使用原有的資料。',
  'reference-data.reference-data-not-newer': '參考資料並不比現有的新，繼續使用原有的資料。',

  'reference-data.rule.period-order': '日期次序不對',
  'reference-data.rule.period-overlap': '同一項目有兩份同時生效',
  'reference-data.rule.duplicate': '重複出現',
  'reference-data.rule.scheme-unknown': '有基金不屬於名單上的計劃',
  'reference-data.rule.fund-missing': '有計劃在某段時間沒有核心累積基金或65歲後基金',
  'reference-data.rule.onboarding-order': '轉移的日子在轉移期之外',
  'reference-data.rule.limits-order': '下限不低於上限',
  'reference-data.rule.scale-gap': '供款表的級別不相連',
  'reference-data.rule.scale-falls': '收入較高，供款反而較少',
  'reference-data.rule.dis-order': '欠缺某個年齡，或核心累積基金隨年齡增加',
  'reference-data.rule.dis-total': '兩個基金合計不是 100%',
  'reference-data.rule.dis-ends': '配置表最後不是全數投資65歲後基金',
  'reference-data.rule.calendar-order': '日子次序不對，或重複出現',
  'reference-data.rule.calendar-range': '有日子在日曆範圍之外',
  'reference-data.rule.calendar-year-empty': '有一整年沒有假期',
  'reference-data.rule.opening-order': '關門時間早於開門時間',
  'reference-data.rule.ground-missing': '有提取理由沒有規則',

  'reference-data.source.second-hand': '來自較舊的資料，請致電 183 2622 核實。',
  'reference-data.source.inferred': '由我們推算，請致電 183 2622 核實。',
  'reference-data.source.general-knowledge': '未經核實，請致電 183 2622 核實。',
  'reference-data.source.sample': '樣本資料，只供試用',

  'calculators.caveat.severe-weather': '如有八號或以上風球，或黑色暴雨警告，日子可能改變。',
  'calculators.caveat.holidays-not-verified': '計算所用的假期未經核實，請致電 183 2622 核實。',
} as const satisfies Record<keyof typeof english, string>;
