import { definitionCode, instanceCode } from '../../../../feishu/approval/addresses';
import { inWords } from '../../../../feishu/approval/timeline';
import { daysBetween } from '../../../../feishu/approval/periods';
import { isoIn } from '../../../../feishu/zones';

const CODE = '7C468A54-8745-2245-9675-08B7C63E7A85';
const OTHER = '81D31358-93AF-92D6-7425-01A5D67C4E71';

test.each([
	CODE,
	` ${CODE.toLowerCase()} `,
	`https://www.feishu.cn/approval/admin/approvalList?devMode=on&definitionCode=${CODE}`,
	`https://www.feishu.cn/approval/admin/edit?other=${OTHER}&definitionCode=${CODE}`,
	`https://applink.feishu.cn/client/web_url/open?url=${encodeURIComponent(encodeURIComponent(`https://x?definitionCode=${CODE}`))}`,
])('a definition by %s', (entered) => {
	expect(definitionCode('Definition', entered)).toBe(CODE);
});

test.each([
	OTHER,
	`https://applink.feishu.cn/client/mini_program/open?path=${encodeURIComponent(`pages/detail/index?instanceId=${OTHER}&x=${CODE}`)}`,
	`https://www.feishu.cn/approval/x?instanceCode=${OTHER}`,
])('an instance by %s', (entered) => {
	expect(instanceCode('Instance', entered)).toBe(OTHER);
});

test('what is neither is refused, and what a shared link has is told', () => {
	expect(() => definitionCode('Definition', 'leave')).toThrow("'Definition' holds no ID of an approval: leave");
	expect(() => instanceCode('Instance', 'A1')).toThrow("'Instance' holds no code of an instance: A1");
	expect(() => instanceCode('Instance', 'https://x.feishu.cn/a?instanceId=7412')).toThrow('without the code');
	expect(() => definitionCode('Definition', `https://x/${CODE}/${OTHER}`)).toThrow('holds no ID');
	expect(() => definitionCode('Definition', 'https://x/?a=%ZZ')).toThrow('holds no ID');
});

test.each([
	[{ type: 'PASS', who: 'Tom', whom: [], comment: 'Fine' }, 'Tom approved: Fine'],
	[{ type: 'TRANSFER', who: 'Tom', whom: ['Ann'], comment: '' }, 'Tom handed it on (Ann)'],
	[{ type: 'AUTO_PASS', who: '', whom: [], comment: '' }, 'approved automatically'],
	[{ type: 'NEW_THING', who: 'Tom', whom: [], comment: '' }, 'Tom NEW_THING'],
])('%j in words', (happened, words) => {
	expect(inWords(happened)).toBe(words);
});

test('moments stand in their zone with its offset, and days are counted in it', () => {
	const ms = Date.parse('2026-06-30T17:00:00Z');
	expect(isoIn(ms, 'Asia/Shanghai')).toBe('2026-07-01T01:00:00+08:00');
	expect(isoIn(ms, 'America/New_York')).toBe('2026-06-30T13:00:00-04:00');
	expect(isoIn(ms, 'Asia/Kolkata')).toBe('2026-06-30T22:30:00+05:30');
	expect(isoIn(ms, 'UTC')).toBe('2026-06-30T17:00:00+00:00');
	const later = ms + 8 * 3_600_000;
	expect(daysBetween(ms, later, 'YYYY-MM-DD', 'Asia/Shanghai')).toBe(1);
	expect(daysBetween(ms, later, 'YYYY-MM-DD', 'UTC')).toBe(2);
});
