import type { mismatch as english } from '../en/mismatch.ts';

/** 證件與紀錄不同。不會遷就任何一邊。 */
export const mismatch = {
  'mismatch.heading.typed': '身份證與你輸入的不同',
  'mismatch.heading.record': '你的資料與積金易的紀錄不同',
  'mismatch.help': '沒有更改任何資料，請看清楚。',
  'mismatch.field.surname': '英文姓氏',
  'mismatch.field.given-names': '英文名字',
  'mismatch.field.name-order': '姓名的次序',
  'mismatch.field.date-of-birth': '出生日期',
  'mismatch.extent.one-letter': '有一個字母或數字不同',
  'mismatch.extent.more': '兩者不同',
  'mismatch.here.card': '身份證上',
  'mismatch.here.typed': '現在輸入的',
  'mismatch.there.typed': '之前輸入的',
  'mismatch.there.record': '積金易紀錄',
  'mismatch.blank': '沒有',
  'mismatch.what-happens':
    '如果兩個寫法都要保留，我們會連同這項不同一併送出。積金易看過證明文件才決定；在此之前不會執行。',
  'mismatch.bring': '請帶到服務中心',
  'mismatch.card-is-right': '以身份證為準',
  'mismatch.leave-case': '註明不同，繼續',
  'mismatch.receipt': '已註明姓名或出生日期不同。積金易看過證明文件才決定，請帶備：',
  'review.row.mismatch': '已註明不同',
  'review.mismatch.joint': '、',
  'staff-needed.changed.heading': '請職員再核對一次',
  'staff-needed.changed.help': '職員看過身份證之後，姓名或出生日期才輸入或改動，所以要重新簽署。',
  'attest.sign.statement.typed': '客人輸入的與身份證逐字相同：{who}。',
} as const satisfies Record<keyof typeof english, string>;
