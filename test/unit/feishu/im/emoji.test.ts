import { COMMON_EMOJI, emojiType } from '../../../../feishu/im/emoji';

it.each([
	['THUMBSUP', 'THUMBSUP'],
	['thumbsup', 'THUMBSUP'],
	['thumbs down', 'ThumbsDown'],
	[':check_mark:', 'CheckMark'],
	['Status_PrivateMessage', 'Status_PrivateMessage'],
	['👍', 'THUMBSUP'],
	['👍🏽', 'THUMBSUP'],
	['❤', 'HEART'],
	['2022', '2022'],
	['SomethingNew', 'SomethingNew'],
	['no emoji!', undefined],
	['', undefined],
	['x'.repeat(65), undefined],
])('%s is %s', (entered, type) => {
	expect(emojiType(entered)).toBe(type);
});

it('knows each common one by its type and by its character, which no other has', () => {
	expect(new Set(COMMON_EMOJI.map(([type]) => type)).size).toBe(COMMON_EMOJI.length);
	for (const [type, , glyph] of COMMON_EMOJI) {
		expect([type, emojiType(type.toLowerCase())]).toEqual([type, type]);
		expect([type, emojiType(glyph)]).toEqual([type, type]);
	}
});
