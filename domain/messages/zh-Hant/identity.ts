import type { identity as english } from '../en/identity.ts';

/** 由待機畫面到認出客人。 */
export const identity = {
  'starting.heading': '正在啟動',
  'self-test.heading': '正在檢查本機',
  'self-test.help': '需要幾秒鐘。',

  'attract.heading': '在這裏\n登記積金易',
  'attract.help': '帶備香港身份證，約 5 分鐘。',
  'attract.start': '開始',
  'attract.status': '服務正常',
  'attract.status-offline': '服務正常，暫時離線',

  'attract.enquire': '我之前已交表',
  'attract.enquire-help': '查詢進度',

  'language.heading': '請選擇語言',
  'language.zh-Hant': '中文',
  'language.en': 'English',

  'notice.heading': '開始之前',
  'notice.help': '你的資料會怎樣使用',
  'notice.continue': '我已看過，繼續',
  'notice.separate': '其他用途會另外問你，不同意也可以登記。',

  'identify.heading': '請把身份證放在讀卡器上',
  'identify.help': '相片向上，放好後不要移動',
  'identify.promise.masked': '號碼會遮蔽，旁人看不到',
  'identify.promise.cleared': '離開時，畫面上的資料會清除',
  'identify.promise.staff': '稍後職員會看一看你的身份證',
  'identify.no-hkid': '沒有身份證',
  'identify.type-number': '改為輸入號碼',
  'identify.reader-not-ready': '讀卡器還未準備好。請稍候，或請職員幫忙。',
  'identify.lift.heading': '請先取起讀卡器上的證件',
  'identify.lift.help': '然後再放一次，相片向上。',
  'identify.lift.whose': '你來之前，讀卡器上已有一張證件。如果不是你的，請交給職員。',
  'identify.lift.picture': '從讀卡器取起身份證',
  'identify.picture': '身份證相片向上，放在讀卡器上',

  'reading.heading': '正在讀取身份證',
  'reading.help': '請不要移動',
  'reading.picture': '身份證平放在讀卡器上',

  'too-young.heading': '滿 {least} 歲才可登記',
  'too-young.help':
    '這張身份證的持有人未到這個年齡，我們沒有保留任何資料。生日之後，可帶身份證到任何一部服務機登記。',
  'too-young.done': '清除畫面',

  'read-result.heading': '這是你嗎？',
  'read-result.number': '身份證號碼',
  'read-result.name-english': '英文姓名',
  'read-result.name-chinese': '中文姓名',
  'read-result.date-of-birth': '出生日期',
  'read-result.no-chinese-name': '身份證上沒有',
  'read-result.card-still-there': '可以取回身份證了。請拿在手，稍後職員會看一看。',
  'read-result.card-taken': '請拿好身份證，稍後職員會看一看。',
  'read-result.continue': '是我，繼續',
  'read-result.record-differs': '我的紀錄與此不同',
  'read-result.retry': '再讀一次',

  'reader-trouble.retry': '再試一次',
  'reader-trouble.type-number': '改為輸入號碼',
  'reader-trouble.attempt': '第 {attempt} 次。若仍然不行，職員可以幫你。',
  'reader-trouble.picture': '放卡方法：相片向上，平放在讀卡器上',

  'no-hkid.heading': '你帶了甚麼證件？',
  'no-hkid.help': '我們告訴你要帶甚麼、到哪裏辦。',
  'no-hkid.passport': '護照',
  'no-hkid.passport-help': '沒有香港身份證',
  'no-hkid.replacement-slip': '補領或換領身份證的文件',
  'no-hkid.replacement-slip-help': '入境事務處發出，等候新證期間使用',

  'bring.heading.passport': '用護照辦理，請到服務中心',
  'bring.heading.replacement-slip': '未有身份證，請到服務中心',
  'bring.prepared': '這裏未有遞交任何資料。',
  'bring.take': '帶備',
  'bring.take.passport': '你的護照',
  'bring.take.replacement-slip': '入境事務處發出的文件；如已領到新身份證，帶新證',
  'bring.where': '地點',
  'bring.where.any': '任何一間積金易服務中心',
  'bring.ask': '查詢',
  'bring.ask.hotline': '地址和時間請致電 183 2622',
  'bring.done': '離開並清除畫面',

  'typed-number.heading': '你的身份證號碼',
  'typed-number.help': '照身份證輸入：英文字母、六個數字、括號內的字',
  'typed-number.field': '身份證號碼',
  'typed-number.continue': '繼續',

  'typed-number-check.heading': '與身份證上的號碼相同嗎？',
  'typed-number-check.help': '請拿身份證逐個字對照。',
  'typed-number-check.letter': '開頭是英文字母 {prefix} 嗎？',
  'typed-number-check.look-alikes': '容易與 {letters} 混淆，請再看清楚。',
  'typed-number-check.or': ' 或 ',
  'typed-number-check.yes': '對，開頭是 {prefix}',
  'typed-number-check.no': '不對，更改',
} as const satisfies Record<keyof typeof english, string>;
