import type { parking as english } from '../en/parking.ts';

/** 稍後再完成：續辦單，以及憑單繼續。 */
export const parking = {
  'attract.resume': '繼續未完成的事項',
  'attract.resume-help': '我有續辦單',

  'frame.finish-later': '稍後再完成',

  'park-asking.heading': '要稍後再完成嗎？',
  'park-asking.kept': '你已填的資料會加密保存至 {date} 完結。',
  'park-asking.not-submitted': '這樣做不會遞交任何資料。',
  'park-asking.slip': '下一頁會顯示你的續辦單，只顯示一次。請先準備好手機拍照，或紙筆抄寫。',
  'park-asking.both': '要同時憑續辦單和你的身份證，才可以再打開。',
  'park-asking.anywhere': '可在本機或任何一部積金易服務機繼續。',
  'park-asking.here': '現時離線：恢復連線之前，只可在本機繼續；恢復之後，任何一部都可以。',
  'park-asking.confirm': '顯示續辦單',
  'park-asking.cancel': '不，現在繼續',

  'park-saving.heading': '正在加密你已填的資料',
  'park-saving.help': '請稍候。',

  'park-failed.heading': '未能保存，不能稍後再完成。',
  'park-failed.help': '資料仍在畫面上。請再試、現在繼續，或請職員協助。',
  'park-failed.retry': '再試一次',
  'park-failed.cancel': '現在繼續',
  'parking.disk-full': '本機的儲存空間已滿。',
  'parking.storage-fault': '本機未能寫入資料。',
  'parking.too-large': '資料太多，不能保存。請現在繼續，或請職員協助。',
  'parking.unavailable': '本機沒有及時回應。',

  'resume-slip.heading': '請現在拍下這張續辦單',
  'resume-slip.help': '或抄下兩行字。之後不能再顯示。',
  'resume-slip.code': '續辦碼',
  'resume-slip.qr': '續辦單的二維碼',
  'resume-slip.until': '請於 {date} 完結之前，帶同這張續辦單和身份證回來繼續。',
  'resume-slip.anywhere': '在本機或任何一部積金易服務機，按「繼續未完成的事項」。',
  'resume-slip.here': '在本機按「繼續未完成的事項」。本機恢復連線之後，才可在其他服務機繼續。',
  'resume-slip.not-submitted': '現時尚未遞交。',
  'resume-slip.done': '已拍下，清除畫面',

  'resume-row.heading': '請輸入續辦單上第 {row} 行',
  'resume-row.help': '或將單上的二維碼對着本機的掃描器。',
  'resume-row.field': '續辦碼第 {row} 行',
  'error.resume-row': '這一行有字不對。請逐個字與續辦單核對。',
  'error.practice-slip': '這是練習用的紙條，在這裏不能打開，也沒有真實資料。',
  'error.live-slip': '這是真實的紙條。請先結束練習，再使用。',
  'error.practice-number': '練習時請輸入練習用號碼（見練習面板），切勿輸入真實號碼。',
  'resume.practice-slip': '這是練習用的紙條',
  'resume.practice-slip.help': '這張紙條在職員練習時印出，在這裏不能打開，也沒有真實資料。',
  'resume.live-slip': '這是真實的紙條',
  'resume.live-slip.help': '練習時不會打開真實的紙條。請先結束練習，再使用。',
  'error.resume-slip': '未能讀取這張單。請拿平拿穩再試，或輸入單上的字。',

  'resume-opening.heading': '正在打開你未完成的事項',
  'resume-opening.help': '通常只需幾秒鐘。',

  'resume.not-found': '憑這張單和這張證，打不開任何事項。',
  'resume.not-found.help':
    '請核對單上的字，並使用當時的身份證。事項也可能已經遞交，或已過最後一天，那便請重新辦理。',
  'resume.offline': '本機沒有這一項，而現時離線。',
  'resume.offline.help': '請到當時的那部服務機，或待恢復連線後再試。續辦單在最後一天之前仍然有用。',
  'resume.other-version': '本機打不開這一項。',
  'resume.other-version.help': '請職員協助、到當時的那部服務機，或在這裏重新辦理。',
  'resume.too-many-tries': '試了太多次。',
  'resume.too-many-tries.help': '為保障資料，這裏暫時不能打開任何事項。請一小時後再試，或致電 183 2622。',
  'resume.unavailable': '現在未能查看。',
  'resume.unavailable.help': '續辦單在最後一天之前仍然有用。請再試，或請職員協助。',
  'resume-trouble.retry': '再試一次',
  'resume-trouble.check': '再輸入續辦碼',
  'resume-trouble.done': '離開並清除畫面',

  'resume-changed.heading': '這是你未完成的事項：{what}',
  'resume-changed.help': '有 {again} 項答案與現時的規則不符，要請你再答一次，其餘照舊。',
  'resume-changed.same': '你的答案與離開時一樣。',
  'resume-changed.file':
    '請再提供檔案：本機從不保留檔案內容。原來的檔案有 {rows} 行，應付 HK${total}。到選擇檔案時，請插入 USB 手指。',
  'resume-changed.continue': '繼續',

  'ended.parked.heading': '已保存，稍後再完成',
  'ended.parked.help': '尚未遞交。請帶同續辦單和身份證回來繼續。',
} as const satisfies Record<keyof typeof english, string>;
