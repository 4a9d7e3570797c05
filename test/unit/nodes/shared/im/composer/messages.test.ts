import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import type { FieldCall } from '../../../../../../nodes/shared/operation/field';
import {
	CARD_LIMIT_BYTES,
	POST_LIMIT_BYTES,
	TEXT_LIMIT_BYTES,
} from '../../../../../../feishu/im/content/contentLimits';
import {
	BATCH,
	CALLBACK,
	CARD,
	CHAT,
	composerField,
	CUSTOM_BOT,
	EDIT,
	type Surface,
} from '../../../../../../nodes/shared/im/composer';
import type { FeishuClient } from '../../../../../../nodes/shared/client/client';
import { FIND_ENDPOINT, PEOPLE_CALLS } from '../../../../../../nodes/shared/contact/people';
import { Panel } from '../../../../../../nodes/shared/operation/panel';
import { UPLOAD_FILE, UPLOAD_IMAGE } from '../../../../../../nodes/shared/im/upload';
import { rejectionOf } from '../../../../../support/feishuCalls';
import { recordingClient } from '../../../../../support/nodes/calls';
import { execution } from '../../../../../support/nodes/execution';

const binary = (fileName: string, data = 'abc'): Record<string, IBinaryData> => ({
	data: { data: Buffer.from(data).toString('base64'), mimeType: 'application/octet-stream', fileName },
});

/** What the bytes of a file must tell that is played. */
const BYTES: { readonly [type: string]: string } = { audio: 'OggS', video: '....ftypmp42' };

const answers = {
	[UPLOAD_IMAGE]: { image_key: 'img_new' },
	[UPLOAD_FILE]: { file_key: 'file_new' },
	[FIND_ENDPOINT]: { user_list: [{ user_id: 'ou_found', email: 'tom@example.com' }] },
};

/** Reads what was filled in, and composes it. */
async function composed(context: IExecuteFunctions, feishu: FeishuClient, surface = CHAT) {
	const tools = { context, ...(surface.app && { feishu }) };
	return await composerField(surface).read(new Panel(context, 0)).compose(tools);
}

function composing(
	messageType: string,
	parameters: object,
	file?: Record<string, IBinaryData>,
	surface: Surface = CHAT,
) {
	const { feishu, calls } = recordingClient(answers);
	const context = execution({ parameters: { messageType, ...parameters }, items: [{ json: {}, binary: file }] });
	return { result: composed(context, feishu, surface), calls };
}

const fromBinary = { mediaSource: 'binary', binaryPropertyName: 'data' };
const person = (value: string, mode = 'id') => ({ who: 'person', user: { mode, value } });
const mentions = (...mention: object[]) => ({ mentions: { mention } });
const tomAndAll = mentions({ who: 'everyone' }, person('ou_tom', 'list'), person('tom@example.com', 'email'));

describe('messages', () => {
	it.each<[string, object, string, unknown]>([
		['text', { text: ' a\nb' }, 'text', { text: ' a\nb' }],
		[
			'text',
			{ text: 'Hi', ...tomAndAll },
			'text',
			{ text: '<at user_id="all"></at> <at user_id="ou_tom"></at> <at user_id="ou_found"></at> Hi' },
		],
		['text', mentions({ who: 'everyone' }), 'text', { text: '<at user_id="all"></at>' }],
		[
			'post',
			{ postFormat: 'markdown', postTitle: 'T', postMarkdown: '**a**', ...mentions(person('ou_tom')) },
			'post',
			{ zh_cn: { title: 'T', content: [[{ tag: 'at', user_id: 'ou_tom' }], [{ tag: 'md', text: '**a**' }]] } },
		],
		[
			'post',
			{ postFormat: 'json', postJson: '{"post":{"en_us":{"title":"T","content":[]}}}' },
			'post',
			{ en_us: { title: 'T', content: [] } },
		],
		['image', { mediaSource: 'key', imageKey: 'img_1' }, 'image', { image_key: 'img_1' }],
		['file', { mediaSource: 'key', fileKey: 'file_1' }, 'file', { file_key: 'file_1' }],
		['audio', { mediaSource: 'key', fileKey: 'file_1' }, 'audio', { file_key: 'file_1' }],
		['video', { mediaSource: 'key', fileKey: 'file_1' }, 'media', { file_key: 'file_1' }],
		[
			'video',
			{ mediaSource: 'key', fileKey: 'file_1', coverImageKey: 'img_1' },
			'media',
			{ file_key: 'file_1', image_key: 'img_1' },
		],
		['sticker', { stickerKey: 'file_s' }, 'sticker', { file_key: 'file_s' }],
		['cardJson', { cardJson: '{"elements":[]}' }, 'interactive', { elements: [] }],
		[
			'cardJson',
			{ cardJson: { schema: '2.0', body: { elements: [] } }, ...mentions(person('ou_tom')) },
			'interactive',
			{ schema: '2.0', body: { elements: [{ tag: 'markdown', content: '<at id=ou_tom></at>' }] } },
		],
		[
			'cardTemplate',
			{ templateId: 'AAq1', templateVersion: '1.0.2', templateVariables: '{"who":"Tom"}' },
			'interactive',
			{
				type: 'template',
				data: { template_id: 'AAq1', template_version_name: '1.0.2', template_variable: { who: 'Tom' } },
			},
		],
		['cardTemplate', { templateId: 'AAq1' }, 'interactive', { type: 'template', data: { template_id: 'AAq1' } }],
		['shareChat', { sharedChat: { mode: 'list', value: 'oc_1' } }, 'share_chat', { chat_id: 'oc_1' }],
		['shareUser', { sharedUser: { mode: 'id', value: 'ou_1' } }, 'share_user', { user_id: 'ou_1' }],
		['shareUser', { sharedUser: { mode: 'email', value: 'tom@example.com' } }, 'share_user', { user_id: 'ou_found' }],
	])('%s with %j', async (type, parameters, msg_type, content) => {
		expect(await composing(type, parameters).result).toEqual([{ msg_type, content }]);
	});

	it.each([
		['image', {}, 'a.png', UPLOAD_IMAGE, { image_type: 'message' }, 'image', { image_key: 'img_new' }],
		['file', {}, 'a.docx', UPLOAD_FILE, { file_type: 'doc', file_name: 'a.docx' }, 'file', { file_key: 'file_new' }],
		['file', {}, 'a.mp4', UPLOAD_FILE, { file_type: 'stream', file_name: 'a.mp4' }, 'file', { file_key: 'file_new' }],
		[
			'audio',
			{ duration: 1.5 },
			'a.bin',
			UPLOAD_FILE,
			{ file_type: 'opus', file_name: 'a.bin', duration: '1500' },
			'audio',
			{ file_key: 'file_new' },
		],
		[
			'video',
			{ duration: 0, coverImageKey: 'img_1' },
			'a.mov',
			UPLOAD_FILE,
			{ file_type: 'mp4', file_name: 'a.mov' },
			'media',
			{ file_key: 'file_new', image_key: 'img_1' },
		],
	])('%s straight from the input (%j, %s)', async (type, parameters, name, endpoint, form, msg_type, content) => {
		const { result, calls } = composing(type, { ...fromBinary, ...parameters }, binary(name, BYTES[type]));
		expect(await result).toEqual([{ msg_type, content }]);
		expect(calls).toHaveLength(1);
		expect(calls[0]).toMatchObject({ endpoint, form });
		expect(Object.keys(calls[0]?.form ?? {}).sort()).toEqual(
			[...Object.keys(form), type === 'image' ? 'image' : 'file'].sort(),
		);
	});
});

describe('Markdown', () => {
	const written = { markdownAs: 'card', whenTooLong: 'split', cardColor: 'blue' };

	it.each(['card', 'post'])('keeps words that look like a definition, as a %s', async (markdownAs) => {
		const messages = await composing('markdown', { ...written, markdownAs, markdown: '[ERROR]: timeout' }).result;
		expect(messages).toHaveLength(1);
		// A card has its sign of special characters, so that its own reader takes it for words, too.
		expect(JSON.stringify(messages).replace('&#58;', ':')).toContain('[ERROR]: timeout');
	});

	it.each([
		['card', 'split'],
		['card', 'refuse'],
		['post', 'split'],
		['post', 'refuse'],
	])('of which nothing is left is refused (%s, %s)', async (markdownAs, whenTooLong) => {
		const { result } = composing('markdown', { ...written, markdownAs, whenTooLong, markdown: '<!-- a -->' });
		expect(await rejectionOf(result)).toMatchObject({
			name: 'InputError',
			field: 'Markdown',
			message: "The field 'Markdown' holds nothing to show",
		});
	});

	it.each(['Hello ', ''])('says what is wrong besides the size (%j)', async (markdown) => {
		const { result } = composing('markdown', { ...written, cardTitle: 'T', cardColor: 'pink', markdown });
		expect((await rejectionOf(result)).message).toBe("The field 'Header Color' can't be 'pink'");
	});

	it('is divided where a card would have too many elements', async () => {
		const messages = await composing('markdown', { ...written, markdown: 'a\n\n---\n\n'.repeat(150) }).result;
		expect(messages.length).toBeGreaterThan(1);
	});
});

it.each([
	['BATCH', BATCH, ['text']],
	['CUSTOM_BOT', CUSTOM_BOT, ['text']],
	['CHAT', CHAT, ['md', 'hr', 'code_block']],
])('writes posts of the nodes that %s takes', async (_name, surface, tags) => {
	const words = '**a**\n\n---\n\n```\nb\n```';
	for (const [type, parameters] of [
		['markdown', { markdown: words, markdownAs: 'post', whenTooLong: 'split' }],
		['post', { postFormat: 'markdown', postMarkdown: words }],
	] as const) {
		const content = JSON.stringify(await composing(type, parameters, undefined, surface).result);
		expect(new Set([...content.matchAll(/"tag":"(\w+)"/g)].map(([, tag]) => tag))).toEqual(new Set(tags));
	}
});

describe('what is refused, before any call', () => {
	const big = (limit: number) => '飞'.repeat(Math.ceil(limit / 3));

	it.each<[string, object, string, string]>([
		['text', { text: ' \n' }, 'Text', "The field 'Text' is empty"],
		['text', { text: big(TEXT_LIMIT_BYTES) }, 'Text', 'Feishu takes at most 150 KB'],
		['text', { text: 'a', ...mentions(person('')) }, 'Mentions', "The field 'Mentions' has a row without a person"],
		[
			'text',
			{ text: 'a', ...mentions({ who: 'person' }) },
			'Mentions',
			"The field 'Mentions' has a row without a person",
		],
		['post', { postFormat: 'markdown', postMarkdown: ' ' }, 'Markdown', "The field 'Markdown' is empty"],
		['post', { postFormat: 'markdown', postMarkdown: big(POST_LIMIT_BYTES) }, 'Markdown', 'at most 30 KB'],
		['post', { postFormat: 'markdown', postMarkdown: '<!-- a -->' }, 'Markdown', 'holds nothing to show'],
		['post', { postFormat: 'json', postJson: '{"title":"x"}' }, 'Post JSON', "The field 'Post JSON' holds no post"],
		['post', { postFormat: 'json', postJson: '{}' }, 'Post JSON', "The field 'Post JSON' holds no post"],
		['post', { postFormat: 'json', postJson: '{' }, 'Post JSON', 'is not valid JSON'],
		['cardJson', { cardJson: '' }, 'Card JSON', "The field 'Card JSON' holds no card"],
		['cardJson', { cardJson: { elements: [big(CARD_LIMIT_BYTES)] } }, 'Card JSON', 'at most 30 KB'],
		[
			'cardJson',
			{ cardJson: { type: 'template', data: {} }, ...mentions({ who: 'everyone' }) },
			'Mentions',
			"'Mentions' can't be added to a card by template",
		],
		['text', { text: 'a', ...mentions(person('oc_1')) }, 'Mentions 1 → Person', 'holds no user ID: oc_1'],
		['cardTemplate', {}, 'Template ID', "The field 'Template ID' is empty"],
		['cardTemplate', { templateId: 'oc_1' }, 'Template ID', "The field 'Template ID' holds no template ID: oc_1"],
		['cardTemplate', { templateVariables: '[]' }, 'Template Variables', 'must be a JSON object'],
		[
			'cardTemplate',
			{ templateId: 'A', templateVariables: { a: big(CARD_LIMIT_BYTES) } },
			'Template Variables',
			'at most 30 KB',
		],
		['image', { mediaSource: 'key' }, 'Image Key', "The field 'Image Key' is empty"],
		['file', { mediaSource: 'key' }, 'File Key', "The field 'File Key' is empty"],
		['image', fromBinary, 'Input Data Field Name', "The item has no file in 'data'"],
		['sticker', {}, 'Sticker File Key', "The field 'Sticker File Key' is empty"],
		['shareChat', { sharedChat: 'ou_1' }, 'Group to Share', 'holds no chat ID: ou_1'],
		['shareUser', { sharedUser: 'on_1' }, 'Person to Share', 'needs an open_id'],
		['shareUser', { sharedUser: '' }, 'Person to Share', "The field 'Person to Share' is empty"],
	])('%s with %.60j', async (type, parameters, field, words) => {
		const { result, calls } = composing(type, parameters);
		const error = await rejectionOf(result);
		expect(error).toMatchObject({ name: 'InputError', field });
		expect(error.message).toContain(words);
		expect(calls).toEqual([]);
	});

	it.each<[string, object, string, string]>([
		['text', { text: '<b>' }, "The field 'Text' has nothing but the styles <b>", 'Write words between them'],
		['text', { text: ' <b> </b>\n<I></I>' }, 'has nothing but the styles', 'Write words between them'],
		['text', { text: ' ' }, 'is empty', 'Enter what to say, or choose people'],
		['markdown', { markdown: ' ' }, 'is empty', 'Enter what to say, or choose people'],
		['post', { postMarkdown: ' ' }, 'is empty', 'Enter what to say or a title'],
		['card', { blocks: { block: [{ type: 'note', text: ' ' }] } }, 'is empty', 'Enter what it is to say'],
		['card', { blocks: { block: [{ type: 'menu' }] } }, 'there are no options', 'Add at least one to Options'],
		['card', { blocks: { block: [{ type: 'pictures' }] } }, 'there are no pictures', 'Add at least one to Pictures'],
		[
			'card',
			{ blocks: { block: [{ type: 'pictures', pictures: { picture: [{ image: 'x' }] } }] } },
			"The field 'Block 1 (Pictures) → Picture 1 → Image' names no image: x",
			'a file of the input (binary:data)',
		],
		[
			'markdown',
			{ markdown: '![x](binary:nope)' },
			"The item has no file in 'nope'",
			'It has files in: data. Write binary:data for the first of them',
		],
	])('with advice: %s %j', async (type, parameters, words, advice) => {
		const { result, calls } = composing(type, parameters, binary('a.png'));
		const error = await rejectionOf(result);
		expect(error).toMatchObject({ message: expect.stringContaining(words), advice: expect.stringContaining(advice) });
		expect(calls).toEqual([]);
	});

	it('no binary at all: how to get one', async () => {
		const error = await rejectionOf(composing('markdown', { markdown: '![x](binary:nope)' }).result);
		expect(error).toMatchObject({ advice: expect.stringContaining('behind binary:') });
	});

	it.each(['image', 'file', 'audio', 'video'])('an empty file as %s', async (type) => {
		const { result, calls } = composing(type, { ...fromBinary, duration: 0 }, binary('a.bin', ''));
		expect((await rejectionOf(result)).message).toBe("The file 'a.bin' is empty");
		expect(calls).toEqual([]);
	});

	it.each(['audio', 'video'])('a duration that is none, as %s', async (type) => {
		const { result, calls } = composing(type, { ...fromBinary, duration: -1 }, binary('a.bin'));
		expect((await rejectionOf(result)).message).toContain("The field 'Duration (Seconds)' must be a number");
		expect(calls).toEqual([]);
	});
});

it('takes a text to the last byte, JSON and mentions included', async () => {
	const around = Buffer.byteLength(JSON.stringify({ text: '<at user_id="all"></at> ' }));
	const room = TEXT_LIMIT_BYTES - around;
	const text = '飞'.repeat(Math.floor(room / 3)) + 'a'.repeat(room % 3);
	const [message] = await composing('text', { text, ...mentions({ who: 'everyone' }) }).result;
	expect(Buffer.byteLength(JSON.stringify(message?.content))).toBe(TEXT_LIMIT_BYTES);
	const { result } = composing('text', { text: `${text}a`, ...mentions({ who: 'everyone' }) });
	expect((await rejectionOf(result)).message).toContain("The content of 'Text' has 150.1 KB");
});

it('says whose address nobody has', async () => {
	const { feishu } = recordingClient({ [FIND_ENDPOINT]: { user_list: [{ email: 'no@example.com' }] } });
	const context = execution({ parameters: { messageType: 'text', text: 'a', ...mentions(person('no@example.com')) } });
	const error = await rejectionOf(composed(context, feishu));
	expect(error).toMatchObject({
		field: 'Mentions 1 → Person',
		message: 'Nobody has the e-mail address no@example.com',
	});
});

describe('the fields', () => {
	const fields = composerField(CHAT).properties;
	const kinds = (fields[0]?.options ?? []).map((option) => ('value' in option ? String(option.value) : ''));

	it('offer every kind, or those that are asked for', () => {
		expect(kinds).toEqual([
			'audio',
			'card',
			'cardJson',
			'cardTemplate',
			'shareUser',
			'file',
			'files',
			'shareChat',
			'image',
			'markdown',
			'post',
			'sticker',
			'system',
			'text',
			'video',
		]);
		const [choice, ...rest] = composerField(EDIT).properties;
		expect(choice?.options).toHaveLength(3);
		expect(
			rest.every(({ displayOptions }) =>
				displayOptions?.show?.messageType?.some((one) => EDIT.kinds.includes(String(one))),
			),
		).toBe(true);
	});

	it('are there for every kind, each name once a kind', () => {
		for (const kind of kinds) {
			const own = fields.filter(({ displayOptions }) => displayOptions?.show?.messageType?.includes(kind));
			expect(own.length).toBeGreaterThan(0);
			expect(new Set(own.map(({ name }) => name)).size).toBe(own.length);
		}
	});

	it('refuse a kind of another version', async () => {
		const error = await rejectionOf(composing('hologram', {}).result);
		expect(error).toMatchObject({ name: 'InputError', message: "The field 'Message Type' can't be 'hologram'" });
	});

	it.each<[string, Surface, FieldCall[]]>([
		['CHAT', CHAT, [UPLOAD_FILE, UPLOAD_IMAGE, ...PEOPLE_CALLS]],
		['EDIT', EDIT, [UPLOAD_IMAGE, ...PEOPLE_CALLS]],
		['CARD', CARD, [UPLOAD_IMAGE, ...PEOPLE_CALLS]],
		['CALLBACK', CALLBACK, [UPLOAD_IMAGE, ...PEOPLE_CALLS]],
		['BATCH', BATCH, [UPLOAD_IMAGE, ...PEOPLE_CALLS]],
		['CUSTOM_BOT', CUSTOM_BOT, []],
	])('name what the kinds of %s may call, and nothing else', (_name, surface, calls) => {
		expect(new Set(composerField(surface).calls)).toEqual(new Set(calls));
	});

	it('bring the searches of their lists, none where no app could search', () => {
		expect(Object.keys(composerField(CHAT).methods.listSearch ?? {}).sort()).toEqual(['searchChats', 'searchUsers']);
		expect(Object.keys(composerField(EDIT).methods.listSearch ?? {})).toEqual(['searchUsers']);
		expect(composerField(CUSTOM_BOT).methods.listSearch ?? {}).toEqual({});
	});

	it('tell whether anything was written', () => {
		const isNothing = (messageType: string) => {
			const context = execution({ parameters: { messageType, blocks: {}, cardTitle: 'T' } });
			return composerField(CALLBACK).read(new Panel(context, 0)).isNothing;
		};
		expect([isNothing('none'), isNothing('card')]).toEqual([true, false]);
	});
});
