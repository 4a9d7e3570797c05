/** Contents of messages of every type, as they are received. */
export interface Received {
	type: string;
	what: string;
	content: unknown;
	mentions?: ReadonlyArray<{ key: string; name: string; id: { open_id: string } }>;
}

const text = (words: string, ...style: string[]) => ({ tag: 'text', text: words, style });
const TOM = { key: '@_user_1', name: 'Tom', id: { open_id: 'ou_tom' } };
const ANN = { key: '@_user_10', name: 'Ann', id: { open_id: 'ou_ann' } };
const times = { start_time: '1608265395000', end_time: '1608267015000' };

export const RECEIVED: readonly Received[] = [
	{ type: 'text', what: 'words', content: { text: '会议10:00~11:00 姓名(*必填)' } },
	{ type: 'text', what: 'a mention', content: { text: 'hi @_user_1' }, mentions: [TOM] },
	{ type: 'text', what: 'one mention in the other', content: { text: '@_user_10 @_user_1' }, mentions: [TOM, ANN] },
	{ type: 'text', what: 'a link', content: { text: 'see [docs](https://example.com/d)' } },
	{
		type: 'post',
		what: 'styles',
		content: { title: 'Plan', content: [[text('bold', 'bold'), text('under', 'underline')]] },
	},
	{ type: 'post', what: 'code within', content: { title: '', content: [[text('npm i_x', 'codeInline')]] } },
	{
		type: 'post',
		what: 'nodes',
		content: {
			title: '',
			content: [
				[text('see '), { tag: 'a', text: 'plan', href: 'https://example.com' }, { tag: 'at', user_id: 'all' }],
				[{ tag: 'img', image_key: 'img_1' }],
				[{ tag: 'media', file_key: 'file_1', image_key: 'img_2' }],
				[{ tag: 'code_block', language: 'GO', text: 'a := 1' }, { tag: 'hr' }],
			],
		},
	},
	{ type: 'post', what: 'one language', content: { en_us: { title: 'T', content: [[text('words')]] } } },
	{
		type: 'post',
		what: 'two languages',
		content: { en_us: { title: '', content: [[text('english')]] }, zh_cn: { title: '', content: [[text('中文')]] } },
	},
	{ type: 'post', what: 'Markdown', content: { title: '', content: [[{ tag: 'md', text: '**x** y' }]] } },
	{
		type: 'post',
		what: 'a mention with its name only',
		content: { title: '', content: [[{ tag: 'at', user_id: '@_user_1', user_name: 'Ann' }]] },
	},
	{ type: 'image', what: 'a picture', content: { image_key: 'img_1' } },
	{ type: 'file', what: 'a file', content: { file_key: 'file_1', file_name: 'a_b.pdf' } },
	{ type: 'folder', what: 'a folder', content: { file_key: 'file_1', file_name: 'Docs' } },
	{ type: 'audio', what: 'a voice', content: { file_key: 'file_1', duration: 2000 } },
	{ type: 'media', what: 'a video', content: { file_key: 'f', image_key: 'i', file_name: 'a.mp4', duration: 2000 } },
	{ type: 'sticker', what: 'a sticker', content: { file_key: 'file_1' } },
	{ type: 'share_chat', what: 'a group', content: { chat_id: 'oc_1' } },
	{ type: 'share_user', what: 'a person', content: { user_id: 'ou_1' } },
	{ type: 'location', what: 'a place', content: { name: 'Office', longitude: '1.5', latitude: '2.5' } },
	{ type: 'hongbao', what: 'money', content: { text: '[红包]' } },
	{ type: 'vote', what: 'a vote', content: { topic: 'Lunch', options: ['Noodles', 'Rice'] } },
	{ type: 'video_chat', what: 'a call', content: { topic: 'Weekly', start_time: '1608265395000' } },
	{ type: 'share_calendar_event', what: 'an event', content: { summary: 'Review', ...times } },
	{ type: 'calendar', what: 'an invitation', content: { summary: 'Review', ...times } },
	{ type: 'general_calendar', what: 'a calendar', content: { summary: 'Review', ...times } },
	{
		type: 'todo',
		what: 'a task with a title',
		content: { task_id: 't', summary: { title: 'Ship', content: [[text('it now')]] }, due_time: '1623124318000' },
	},
	{
		type: 'system',
		what: 'people who were added',
		content: { template: '{from_user} invited {to_chatters}.', from_user: ['Bob'], to_chatters: ['Cy', 'Di'] },
	},
	{
		type: 'system',
		what: 'nobody added',
		content: { template: '{from_user} invited {to_chatters}.', from_user: ['Bob'], to_chatters: [] },
	},
	{ type: 'system', what: 'a divider', content: { template: '{divider_text}', divider_text: { text: 'New topic' } } },
	{
		type: 'interactive',
		what: 'a card as it was written',
		content: {
			schema: '2.0',
			header: { title: { tag: 'plain_text', content: 'Report' } },
			body: { elements: [{ tag: 'markdown', content: '**Sales** rose' }] },
		},
	},
	{
		type: 'interactive',
		what: 'a card in the simplified form',
		content: { title: 'Order', elements: [[{ tag: 'text', text: 'choose' }]] },
	},
	{ type: 'merge_forward', what: 'several messages', content: 'Merged and Forwarded Message' },
	{
		type: 'merge_forward',
		what: 'several messages, in an object',
		content: { content: 'Merged and Forwarded Message' },
	},
	{ type: 'something_new', what: 'a type that nobody knows', content: { text: 'words' } },
];
