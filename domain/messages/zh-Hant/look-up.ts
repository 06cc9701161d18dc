import type { lookUp as english } from '../en/look-up.ts';

/** 先核實身份，再顯示積金易的紀錄。 */
export const lookUp = {
  'look-up.accounts.heading': '要顯示你在積金易的帳戶嗎？',
  'look-up.accounts.help': '毋須輸入帳戶號碼，並可看到帳戶內的基金。請先核實是你本人。',
  'look-up.contributions.heading': '要顯示你在積金易的供款嗎？',
  'look-up.contributions.help': '按月列出強制性和自願性供款。請先核實是你本人。',
  'look-up.offline.heading': '現時離線，未能顯示你的紀錄',
  'look-up.offline.help': '你可以不看紀錄繼續，或待恢復連線後再來。',
  'look-up.by-staff-help': '約需一分鐘，請把身份證拿在手。之後你可自行確認，毋須再找職員。',
  'look-up.without.accounts': '不看紀錄，繼續',
  'look-up.without.accounts-help': '由你按結單輸入帳戶號碼',
  'look-up.without.contributions': '不看紀錄，繼續',
  'look-up.without.contributions-help': '直接開立個案，由積金易查核月份',
  'look-up.after-hand-back': '核對已簽署。請交回畫面，紀錄會在客人面前顯示。',
  'look-up.asking.heading': '正在向積金易取得你的紀錄',
  'look-up.asking.help': '通常需時數秒。紀錄只在此刻顯示，不會存放在本機。',
  'look-up.go-on': '不看紀錄，繼續',
  'look-up.again': '再試',
  'look-up.trouble.offline': '連線中斷',
  'look-up.trouble.unavailable': '積金易現時沒有回應',
  'look-up.trouble.not-found': '積金易沒有可顯示的紀錄',
  'look-up.trouble.too-many-tries': '這裏查詢紀錄的次數太多',
  'look-up.trouble.help': '你可以不看紀錄繼續，已做的不會失去。',
} as const satisfies Record<keyof typeof english, string>;
