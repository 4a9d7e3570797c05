import { dividerContent, SYSTEM_MESSAGE_SCOPES, type Divider } from '../../../../../feishu/im/content/systemContent';
import { thrownBy } from '../../../../support/feishuCalls';

describe('dividerContent', () => {
	it.each<[string, Divider, object]>([
		['words', { text: ' 新会话 ' }, { type: 'divider', params: { divider_text: { text: '新会话' } } }],
		[
			'words by language, and a clear screen',
			{ text: '新会话', languages: { zh_cn: '新会话', 'en-US': 'New session' }, clear: true },
			{
				type: 'divider',
				params: { divider_text: { text: '新会话', i18n_text: { zh_CN: '新会话', en_US: 'New session' } } },
				options: { need_rollup: true },
			},
		],
		[
			'as many as it takes',
			{ text: '一二三四五六七八九十', languages: { en_us: 'a'.repeat(20) } },
			{
				type: 'divider',
				params: { divider_text: { text: '一二三四五六七八九十', i18n_text: { en_US: 'a'.repeat(20) } } },
			},
		],
	])('has %s', (_what, divider, content) => {
		expect(dividerContent(divider, 'Text')).toEqual(content);
	});

	it.each<[string, Divider]>([
		['The text of the divider is empty', { text: ' ' }],
		["The text of the divider is too long: '一二三四五六七八九十a'", { text: '一二三四五六七八九十a' }],
		[
			`The text of the divider in en_us is too long: '${'a'.repeat(21)}'`,
			{ text: 'a', languages: { en_US: 'a'.repeat(21) } },
		],
		['The text of the divider in ja_jp is empty', { text: 'a', languages: { ja_jp: '' } }],
		["The language 'en' is unknown", { text: 'a', languages: { en: 'a' } }],
	])('says %s', (said, divider) => {
		expect(thrownBy(() => dividerContent(divider, 'Text'))).toMatchObject({ name: 'InputError', message: said });
	});
});

it('names what an app needs for system messages besides the scopes for sending', () => {
	expect(SYSTEM_MESSAGE_SCOPES).toEqual(['im:message:send_sys_msg']);
});
