import fc from '../../../../support/generated';

import { attachmentsOf } from '../../../../../feishu/im/received/messageAttachments';
import { readEnvelope, type EventEnvelope } from '../../../../../feishu/events/eventEnvelope';
import { messageEvent } from '../../../../support/events';

const message = (message_type: string, content: unknown): EventEnvelope => {
	const text = typeof content === 'string' ? content : JSON.stringify(content);
	const read = readEnvelope(messageEvent({ message: { message_id: 'om_1', message_type, content: text } }));
	if (!read) throw new Error('This is no event');
	return read.envelope;
};

const post = {
	title: 'Report',
	content: [
		[
			{ tag: 'text', text: 'See' },
			{ tag: 'img', image_key: 'img_1' },
		],
		[{ tag: 'media', file_key: 'file_2', image_key: 'img_cover' }],
		[{ tag: 'img', image_key: 'img_1' }, { tag: 'img' }],
	],
};
const inPost = [
	{ file_key: 'img_1', type: 'image' },
	{ file_key: 'file_2', type: 'file' },
];

it.each<[string, EventEnvelope, object[]]>([
	['an image', message('image', { image_key: 'img_1' }), [{ file_key: 'img_1', type: 'image' }]],
	[
		'a file',
		message('file', { file_key: 'file_1', file_name: 'a.pdf' }),
		[{ file_key: 'file_1', type: 'file', file_name: 'a.pdf' }],
	],
	['a voice message', message('audio', { file_key: 'file_1', duration: 2 }), [{ file_key: 'file_1', type: 'file' }]],
	[
		'a video, without its cover',
		message('media', { file_key: 'file_1', image_key: 'img_1', file_name: 'a.mp4' }),
		[{ file_key: 'file_1', type: 'file', file_name: 'a.mp4' }],
	],
	['a post, each file once', message('post', post), inPost],
	['a post in a language', message('post', { zh_cn: post }), inPost],
	[
		'a post with files beside its words',
		message('post', {
			content: [[{ tag: 'text', text: 'please fill' }]],
			files: [
				{ file_key: 'file_v3_00aa', file_name: 'table.xlsx', is_folder: false },
				{ file_key: 'fold_1', file_name: 'dir', is_folder: true },
			],
		}),
		[{ file_key: 'file_v3_00aa', type: 'file', file_name: 'table.xlsx' }],
	],
	[
		'a post with a file among its nodes',
		message('post', { content: [[{ tag: 'file', file_key: 'file_1', file_name: 'a.pdf' }]] }),
		[{ file_key: 'file_1', type: 'file', file_name: 'a.pdf' }],
	],
	[
		'a post with a picture in its Markdown',
		message('post', { content_v2: [[{ tag: 'md', text: 'x ![p](img_v3_q)' }]] }),
		[{ file_key: 'img_v3_q', type: 'image' }],
	],
])('%s can be downloaded', (_name, envelope, attachments) => {
	expect(attachmentsOf(envelope)).toEqual({ message_id: 'om_1', attachments });
});

it.each<[string, EventEnvelope]>([
	['text', message('text', { text: 'img_1' })],
	['a sticker, which the platform keeps', message('sticker', { file_key: 'file_1' })],
	['a folder, which the platform keeps', message('folder', { file_key: 'file_1' })],
	['an image without a key', message('image', {})],
	['no JSON', message('image', 'img_1')],
	['a type named like something of JavaScript', message('constructor', { file_key: 'file_1' })],
	['another event', { ...message('image', { image_key: 'img_1' }), event_type: 'im.message.recalled_v1' }],
])('%s has nothing to download', (_name, envelope) => expect(attachmentsOf(envelope)).toBeUndefined());

it('takes any content', () => {
	const types = fc.constantFrom('image', 'file', 'post', 'media', 'audio');
	fc.assert(
		fc.property(types, fc.oneof(fc.jsonValue(), fc.object()), (type, content) => {
			const found = attachmentsOf(message(type, content));
			return found === undefined || found.attachments.length > 0;
		}),
	);
});
