import type { fundSwitch as english } from '../../en/instructions/fund-switch.ts';

/** 轉換基金及重整投資組合。 */
export const fundSwitch = {
  'kind.fund-switch.name': '轉換基金',
  'kind.fund-switch.help': '把現有的強積金轉到其他基金。',
  'declaration.fund-switch': '這些基金由我自行選擇。請按所示轉換我現有的強積金；日後供款的投資不變。',
  'receipt.fund-switch': '這是現有結餘的基金轉換，以交易日的價格計算。',

  'ask.fund-switch.mode.heading': '想怎樣轉換？',
  'ask.fund-switch.mode.help': '只轉換現有結餘，日後供款的投資不變。',
  'ask.fund-switch.mode.row': '轉換方式',
  'ask.fund-switch.mode.option.fund-to-fund': '把一個基金的部分轉到其他基金',
  'ask.fund-switch.mode.option.rebalance': '一次過重新分配全部結餘',
  'ask.fund-switch.out-fund.heading': '從哪個基金轉出？',
  'ask.fund-switch.out-fund.help': '選你現時持有的基金。按英文名稱順序排列',
  'ask.fund-switch.out-fund.row': '轉出基金',
  'ask.fund-switch.out-fund.option.dis': '預設投資策略（DIS）',
  'ask.fund-switch.out-percentage.heading': '轉出這個基金的多少？',
  'ask.fund-switch.out-percentage.help': '1 至 100 的整數百分比',
  'ask.fund-switch.out-percentage.row': '轉出百分比（%）',
  'rule.switch-percentage-range': '請輸入 1 至 100 的整數百分比。',
  'ask.fund-switch.another.heading': '還要轉出另一個基金嗎？',
  'ask.fund-switch.another.help': '在同一項指示內辦理',
  'ask.fund-switch.another.row': '另一個基金',
  'ask.fund-switch.guarantee.heading': '離開保證基金前，請留意',
  'ask.fund-switch.guarantee.help': '如持有以下基金，請先閱讀。',
  'ask.fund-switch.dealing.heading': '何時生效',
  'ask.fund-switch.dealing.help': '現時未知成交價格。',
  'ask.fund-switch.dealing.existing-only':
    '這項指示只轉換現有結餘，日後供款照舊投資。如要更改，請用「更改日後供款投資」。',
  'ask.fund-switch.dealing.switches': '你的計劃每年最多可轉換 {most} 次。',
} as const satisfies Record<keyof typeof english, string>;
