import type { menu as english } from '../en/menu.ts';

/** 來辦理甚麼。 */
export const menu = {
  'attract.menu': '其他強積金事項',
  'attract.menu-help': '基金、供款、提取等',

  'menu.heading': '你想辦理甚麼？',
  'menu.choose': '請選一項，隨時可以返回。',

  'menu.joining': '登記和參加',
  'menu.joining.help': '登記積金易、參加計劃',
  'menu.joining.heading': '登記和參加：想辦哪一項？',
  'menu.investing': '我的基金',
  'menu.investing.help': '轉換基金，或更改新供款的分配',
  'menu.investing.heading': '我的基金：想辦哪一項？',
  'menu.moving-money': '調動或提取強積金',
  'menu.moving-money.help': '整合戶口、提取、對沖',
  'menu.moving-money.heading': '調動或提取：想辦哪一項？',
  'menu.contributions': '供款',
  'menu.contributions.help': '查詢供款、自己供款、僱主付款',
  'menu.contributions.heading': '供款：想辦哪一項？',
  'menu.details': '我的資料',
  'menu.details.help': '更改電話、地址等資料',
  'menu.details.heading': '我的資料：想辦哪一項？',
  'menu.help': '協助和意見',
  'menu.help.help': '請職員致電或上門、投訴',
  'menu.help.heading': '協助和意見：想辦哪一項？',
  'menu.calculators': '試算',
  'menu.calculators.help': '供款金額、預設投資策略、交易日',
  'menu.calculators.heading': '試算：想計哪一項？',

  'menu.offline-prepare': '現時只可以準備',
  'menu.offline-refuse': '現時沒有連線，不能辦理',

  'menu.mock-run': '只核對供款檔案，不會送出',
  'menu.mock-run.help': '僱主適用：逐項列出要改正的地方，毋須身份證',

  'kind.member-registration.name': '登記積金易',
  'kind.member-registration.help': '帶備香港身份證，約 5 分鐘',
} as const satisfies Record<keyof typeof english, string>;
