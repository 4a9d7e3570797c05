import fc from '../../../../support/generated';

import { readMentions, readReceivedContent } from '../../../../../feishu/im/received/receivedContent';

const tom = {
	key: '@_user_1',
	id: { open_id: 'ou_tom', union_id: 'on_tom', user_id: 'tom' },
	name: 'Tom',
	mentioned_type: 'user',
};
const bot = {
	key: '@_user_2',
	id: { open_id: 'ou_bot', union_id: 'on_bot', user_id: '' },
	name: 'Helper',
	mentioned_type: 'bot',
};

const read = (type: string, content: unknown, mentions: unknown = []) =>
	readReceivedContent(type, JSON.stringify(content), mentions);

describe('text', () => {
	it('has names for mentions, and none of bots where asked', () => {
		const received = read('text', { text: '@_user_2 tell @_user_1 and @_all' }, [tom, bot]);
		expect(received).toEqual({
			text: '@Helper tell @Tom and @all',
			text_without_at_bot: 'tell @Tom and @all',
			mentions: [
				{ key: '@_user_1', name: 'Tom', open_id: 'ou_tom', union_id: 'on_tom', user_id: 'tom', is_bot: false },
				{ key: '@_user_2', name: 'Helper', open_id: 'ou_bot', union_id: 'on_bot', is_bot: true },
			],
			mentions_all: true,
			content: { text: '@_user_2 tell @_user_1 and @_all' },
		});
	});

	it('takes a bot out of the middle, and leaves line breaks and spaces alone', () => {
		expect(read('text', { text: 'a @_user_2 b\n  @_user_2\nc' }, [bot]).text_without_at_bot).toBe('a b\n  \nc');
	});

	it('does not take @_user_1 for the beginning of @_user_10', () => {
		const people = [
			{ key: '@_user_1', name: 'Ann', id: {} },
			{ key: '@_user_10', name: 'Bob', id: {} },
		];
		expect(read('text', { text: '@_user_10 @_user_1' }, people).text).toBe('@Bob @Ann');
	});

	it('does not read a name as a placeholder', () => {
		const people = [{ ...tom, name: '@_user_2' }, bot];
		expect(read('text', { text: '@_user_1' }, people).text).toBe('@@_user_2');
	});

	it('keeps a placeholder that nobody stands behind', () => {
		expect(read('text', { text: 'hi @_user_7' }).text).toBe('hi @_user_7');
	});

	it('uses the name that comes with @_all', () => {
		expect(read('text', { text: '@_all' }, [{ key: '@_all', name: '所有人', id: {} }])).toMatchObject({
			text: '@所有人',
			mentions_all: true,
		});
	});
});

describe('post', () => {
	const content = {
		title: 'Plan for @_user_1',
		content: [
			[
				{ tag: 'text', text: 'See ' },
				{ tag: 'a', text: 'the plan', href: 'https://example.com' },
				{ tag: 'at', user_id: '@_user_1', user_name: 'Tom' },
			],
			[{ tag: 'img', image_key: 'img_1' }],
			[{ tag: 'media', file_key: 'file_1', image_key: 'img_2' }],
			[{ tag: 'emotion', emoji_type: 'SMILE' }, { tag: 'hr' }],
			[{ tag: 'code_block', language: 'JSON', text: '{}' }],
			[{ tag: 'something new', text: 'still read' }, { tag: 'silent' }],
		],
	};

	it('reads as text, with its title, its pictures and its files', () => {
		expect(read('post', content, [tom])).toMatchObject({
			text: 'Plan for @Tom\nSee the plan (https://example.com)@Tom\n[Image]\n[Video]\n[SMILE]---\n{}\nstill read',
			title: 'Plan for @Tom',
			image_key: 'img_1',
			image_keys: ['img_1', 'img_2'],
			file_key: 'file_1',
		});
	});

	it('reads the same with a language around it', () => {
		expect(read('post', { zh_cn: content }, [tom]).text).toBe(read('post', content, [tom]).text);
	});
});

describe('other types', () => {
	it.each<[string, object, object]>([
		['image', { image_key: 'img_1' }, { text: '[Image]', image_key: 'img_1' }],
		[
			'file',
			{ file_key: 'file_1', file_name: 'a.pdf' },
			{ text: '[File] a.pdf', file_key: 'file_1', file_name: 'a.pdf' },
		],
		['folder', { file_key: 'file_1', file_name: 'Docs' }, { text: '[Folder] Docs', file_key: 'file_1' }],
		['audio', { file_key: 'file_1', duration: 2000 }, { text: '[Audio] 2 s', file_key: 'file_1', duration: 2000 }],
		['audio', { file_key: 'file_1', duration: '2000' }, { duration: 2000 }],
		[
			'media',
			{ file_key: 'f', image_key: 'i', file_name: 'a.mp4', duration: 1 },
			{ text: '[Video] a.mp4', file_key: 'f', image_key: 'i', duration: 1 },
		],
		['sticker', { file_key: 'f' }, { text: '[Sticker]', file_key: 'f' }],
		['share_chat', { chat_id: 'oc_1' }, { text: '[Shared Chat] oc_1', shared_chat_id: 'oc_1' }],
		['share_user', { user_id: 'ou_1' }, { text: '[Shared User] ou_1', shared_user_id: 'ou_1' }],
		[
			'system',
			{ template: '{from_user} invited {to_chatters}', from_user: ['Ann'], to_chatters: ['Bob', 'Cy'] },
			{ text: 'Ann invited Bob, Cy' },
		],
		[
			'system',
			{
				template: '{from_user} updated the group name from "{old_group_name}" to "{group_name}".',
				from_user: ['Ann'],
				to_chatters: [],
			},
			{ text: 'Ann updated the group name from "…" to "…".' },
		],
		['system', { template: '{divider_text}', divider_text: { text: 'New topic' } }, { text: 'New topic' }],
		[
			'interactive',
			{
				title: 'Card',
				elements: [
					[
						{ tag: 'text', text: 'Go?' },
						{ tag: 'button', text: 'Yes' },
					],
				],
			},
			{ text: 'Card\nGo?[Yes]', title: 'Card' },
		],
		['location', { name: 'Office', longitude: '1', latitude: '2' }, { text: '[Location] Office' }],
		['video_chat', { topic: 'Weekly', start_time: '1' }, { text: '[Video Meeting] Weekly' }],
		['vote', { topic: 'Lunch?', options: ['Noodles', 'Rice'] }, { text: '[Vote] Lunch?\nNoodles\nRice' }],
		[
			'todo',
			{ task_id: 't', summary: { title: '', content: [[{ tag: 'text', text: 'Ship it' }]] } },
			{ text: '[Task] Ship it' },
		],
		['share_calendar_event', { summary: 'Review' }, { text: '[Calendar Event] Review' }],
		['hongbao', { text: '[红包]' }, { text: '[红包]' }],
		['something_new', { a: 1 }, { text: '[something_new]', content: { a: 1 } }],
		['constructor', { a: 1 }, { text: '[constructor]' }],
	])('%s', (type, content, expected) => {
		expect(read(type, content)).toMatchObject(expected);
	});

	it('keeps a content that is no JSON', () => {
		expect(readReceivedContent('merge_forward', 'Merged and Forwarded Message')).toMatchObject({
			text: 'Merged and Forwarded Message',
			raw: 'Merged and Forwarded Message',
		});
		expect(readReceivedContent('text', undefined)).toMatchObject({ text: '[text]', raw: '' });
	});
});

describe('whatever comes', () => {
	const types = fc.oneof(
		fc.string(),
		fc.constantFrom('text', 'post', 'interactive', 'todo', 'system', 'vote', 'audio', 'image'),
	);
	const rich = fc.record({
		title: fc.anything(),
		content: fc.array(
			fc.oneof(
				fc.anything(),
				fc.array(fc.dictionary(fc.constantFrom('tag', 'text', 'user_id', 'image_key'), fc.anything())),
			),
		),
	});

	it('is read without an error, and always has a text', () => {
		fc.assert(
			fc.property(
				types,
				fc.oneof(
					fc.anything(),
					fc.json(),
					rich.map((value) => JSON.stringify(value)),
				),
				fc.anything(),
				(type, content, mentions) => {
					const received = readReceivedContent(type, content, mentions);
					return typeof received.text === 'string' && typeof received.text_without_at_bot === 'string';
				},
			),
			{ numRuns: 3000 },
		);
	});
});

describe('readMentions', () => {
	it('also reads the mentions of a message that was fetched', () => {
		expect(readMentions([{ key: '@_user_1', id: 'ou_1', id_type: 'open_id', name: 'Tom' }])).toEqual([
			{ key: '@_user_1', name: 'Tom', open_id: 'ou_1', is_bot: false },
		]);
	});
});
