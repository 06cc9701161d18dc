import { DISTRICTS } from '../../registration/answers.ts';
import type { LocalText } from '../schema/common.ts';
import type { Place } from '../schema/service.ts';

type District = Place['district'];

const FROM = '2026-02-02';
const CENTRE_HOURS: Place['hours'] = [
  { weekdays: [1, 2, 3, 4, 5], opens: '09:00', closes: '18:00' },
  { weekdays: [6], opens: '09:00', closes: '13:00' },
];
const STATION_HOURS: Place['hours'] = [{ weekdays: [1, 2, 3, 4, 5], opens: '10:00', closes: '17:00' }];

const DISTRICT_NAMES: Readonly<Record<District, readonly [en: string, zhHant: string]>> = {
  'central-and-western': ['Central and Western', '中西區'],
  eastern: ['Eastern', '東區'],
  southern: ['Southern', '南區'],
  'wan-chai': ['Wan Chai', '灣仔區'],
  'kowloon-city': ['Kowloon City', '九龍城區'],
  'kwun-tong': ['Kwun Tong', '觀塘區'],
  'sham-shui-po': ['Sham Shui Po', '深水埗區'],
  'wong-tai-sin': ['Wong Tai Sin', '黃大仙區'],
  'yau-tsim-mong': ['Yau Tsim Mong', '油尖旺區'],
  islands: ['Islands', '離島區'],
  'kwai-tsing': ['Kwai Tsing', '葵青區'],
  north: ['North', '北區'],
  'sai-kung': ['Sai Kung', '西貢區'],
  'sha-tin': ['Sha Tin', '沙田區'],
  'tai-po': ['Tai Po', '大埔區'],
  'tsuen-wan': ['Tsuen Wan', '荃灣區'],
  'tuen-mun': ['Tuen Mun', '屯門區'],
  'yuen-long': ['Yuen Long', '元朗區'],
};

/** That there are three is sourced; which and when they are open is general knowledge (facts/domain.md §2.4, §8). */
const CENTRES: Place[] = [
  centre(
    'centre-wan-chai',
    'wan-chai',
    'Wan Chai',
    '灣仔',
    'Dah Sing Financial Centre, Wan Chai',
    '灣仔大新金融中心',
  ),
  centre(
    'centre-tsim-sha-tsui-east',
    'yau-tsim-mong',
    'Tsim Sha Tsui East',
    '尖沙咀東',
    'Chinachem Golden Plaza, Tsim Sha Tsui East',
    '尖沙咀東華懋廣場',
  ),
  centre('centre-tsuen-wan', 'tsuen-wan', 'Tsuen Wan', '荃灣', 'Nina Tower, Tsuen Wan', '荃灣如心廣場'),
];

/** No real station is in the facts: one sample in each district, with an address that cannot be taken for one. */
const STATIONS: Place[] = DISTRICTS.map((district) => {
  const [en, zhHant] = DISTRICT_NAMES[district];
  return {
    id: `station-${district}`,
    kind: 'station',
    district,
    name: { 'zh-Hant': `${zhHant}支援站（樣本）`, en: `${en} support station (sample)` },
    address: { 'zh-Hant': `${zhHant}（樣本地址）`, en: `${en} district (sample address)` },
    hours: STATION_HOURS,
    onHolidays: false,
    from: FROM,
    to: null,
    source: 'sample',
  };
});

/** A sample round of a van: no real timetable is in the facts. */
const STOPS: Place[] = [
  stop('islands', 'Tung Chung', '東涌', 1, '10:00', '13:00'),
  stop('tuen-mun', 'Tuen Mun Pier', '屯門碼頭', 1, '14:30', '17:00'),
  stop('yuen-long', 'Tin Shui Wai', '天水圍', 2, '10:00', '16:00'),
  stop('north', 'Sheung Shui', '上水', 3, '10:00', '13:00'),
  stop('tai-po', 'Tai Po Market', '大埔墟', 3, '14:30', '17:00'),
  stop('sai-kung', 'Sai Kung town', '西貢市中心', 4, '10:00', '16:00'),
  stop('southern', 'Aberdeen', '香港仔', 5, '10:00', '16:00'),
];

export const PLACES: Place[] = [...CENTRES, ...STATIONS, ...STOPS];

function centre(
  id: string,
  district: District,
  en: string,
  zhHant: string,
  addressEn: string,
  addressZhHant: string,
): Place {
  return {
    id,
    kind: 'service-centre',
    district,
    name: { 'zh-Hant': `積金易${zhHant}服務中心`, en: `eMPF Service Centre, ${en}` },
    address: { 'zh-Hant': addressZhHant, en: addressEn },
    hours: CENTRE_HOURS,
    onHolidays: false,
    from: FROM,
    to: null,
    source: 'general-knowledge',
  };
}

function stop(
  district: District,
  en: string,
  zhHant: string,
  weekday: number,
  opens: string,
  closes: string,
): Place {
  const name: LocalText = { 'zh-Hant': `流動服務車：${zhHant}（樣本）`, en: `Mobile van: ${en} (sample)` };
  return {
    id: `van-${en.toLowerCase().replaceAll(' ', '-')}`,
    kind: 'van-stop',
    district,
    name,
    address: { 'zh-Hant': `${zhHant}（樣本地址）`, en: `${en} (sample address)` },
    hours: [{ weekdays: [weekday], opens, closes }],
    onHolidays: false,
    from: FROM,
    to: null,
    source: 'sample',
  };
}
