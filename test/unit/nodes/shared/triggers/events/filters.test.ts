import { readEnvelope, type EventEnvelope } from '../../../../../../feishu/events/eventEnvelope';
import type { JsonObject } from '../../../../../../feishu/json';
import { isWanted, type EventFilters } from '../../../../../../nodes/shared/triggers/events/filters';
import { readPattern } from '../../../../../../nodes/shared/triggers/events/pattern';
import { readEventSettings } from '../../../../../../nodes/shared/triggers/events/eventSettings';
import { APP_ID, messageEvent, NOW, v1Event } from '../../../../../support/events';

/** Filters as the panel gives them. */
const filtersOf = (filters: JsonObject): EventFilters =>
	readEventSettings({
		getNodeParameter: (name, fallback) => (({ events: ['*'], filters })[name] ?? fallback) as object,
	}).filters;

const envelopeOf = (body: JsonObject): EventEnvelope => {
	const read = readEnvelope(body);
	if (!read) throw new Error('This is no event');
	return read.envelope;
};
const message = (fields: object = {}) => envelopeOf(messageEvent({ message: fields }));
const said = (text: string, mentions: object[] = []) => message({ content: JSON.stringify({ text }), mentions });
const mention = (open_id: string, mentioned_type = 'bot', key = '@_user_1') => ({
	key,
	id: { open_id },
	name: 'Somebody',
	mentioned_type,
});
const event = (event_type: string, payload: JsonObject) =>
	envelopeOf({ schema: '2.0', header: { event_id: 'e', event_type, app_id: APP_ID }, event: payload });

const passes = (envelope: EventEnvelope, filters: JsonObject, bot?: string) =>
	isWanted(envelope, { ...filtersOf(filters), ...(bot && { botOpenId: bot }) }, APP_ID, NOW);

describe('Mention', () => {
	const own = said('@_user_1 hi', [mention('ou_bot')]);
	const other = said('@_user_1 hi', [mention('ou_other_bot')]);
	const person = said('@_user_1 hi', [mention('ou_person', 'user')]);
	const all = said('@_all hi');
	const direct = message({ chat_type: 'p2p', content: '{"text":"hi"}', mentions: [] });
	const inPost = message({
		message_type: 'post',
		content: JSON.stringify({
			content: [
				[
					{ tag: 'at', user_id: '@_user_1' },
					{ tag: 'text', text: 'hi' },
				],
			],
		}),
		mentions: [mention('ou_bot')],
	});

	it.each<[string, EventEnvelope, boolean, boolean]>([
		['of the bot', own, true, true],
		['of the bot, in a post', inPost, true, true],
		['of another bot', other, false, false],
		['of a person', person, false, false],
		['of everyone', all, false, true],
		['of nobody', said('hi'), false, false],
		['of nobody, in a direct message', direct, true, true],
	])('%s', (_name, envelope, bot, botOrAll) => {
		expect(passes(envelope, { mention: 'bot' }, 'ou_bot')).toBe(bot);
		expect(passes(envelope, { mention: 'botOrAll' }, 'ou_bot')).toBe(botOrAll);
		expect(passes(envelope, {})).toBe(true);
	});

	it('counts any bot while its own is not known', () => {
		expect(passes(other, { mention: 'bot' })).toBe(true);
		expect(passes(person, { mention: 'bot' })).toBe(false);
	});

	it('is told by version 1.0 itself', () => {
		const old = (is_mention: boolean) =>
			envelopeOf(v1Event({}, { type: 'message', chat_type: 'group', msg_type: 'text', is_mention, text: 'hi' }));
		expect(passes(old(true), { mention: 'bot' }, 'ou_bot')).toBe(true);
		expect(passes(old(false), { mention: 'bot' }, 'ou_bot')).toBe(false);
	});

	it('concerns messages only', () => {
		expect(passes(event('im.chat.updated_v1', { chat_id: 'oc_1' }), { mention: 'bot' }, 'ou_bot')).toBe(true);
	});
});

describe('Ignore Own Messages and Sent By', () => {
	const of = (sender_type: string, open_id: string) =>
		envelopeOf(messageEvent({ sender: { sender_type, sender_id: { open_id } } }));
	const own = of('bot', 'ou_bot');
	const other = of('bot', 'ou_other_bot');
	const person = of('user', 'ou_person');
	const reaction = (operator: object) => event('im.message.reaction.created_v1', { message_id: 'om_1', ...operator });

	it.each<[string, EventEnvelope, JsonObject, boolean]>([
		['its own message', own, {}, false],
		['another bot’s', other, {}, true],
		['a person’s', person, {}, true],
		['its own, wanted', own, { ignoreOwn: false }, true],
		['another bot’s, where people are wanted', other, { sentBy: 'person' }, false],
		['another bot’s, where bots are wanted', other, { sentBy: 'bot' }, true],
		['its own, where bots are wanted', own, { sentBy: 'bot' }, false],
		['its own, where bots and it are wanted', own, { sentBy: 'bot', ignoreOwn: false }, true],
		['a person’s, where bots are wanted', person, { sentBy: 'bot' }, false],
		[
			'a person’s reaction',
			reaction({ operator_type: 'user', user_id: { open_id: 'ou_1' } }),
			{ sentBy: 'bot' },
			false,
		],
		['a bot’s reaction', reaction({ operator_type: 'app', app_id: 'cli_fedcba9876543210' }), { sentBy: 'bot' }, true],
		['an approval', envelopeOf(v1Event()), { sentBy: 'bot' }, true],
	])('%s', (_name, envelope, filters, wanted) => expect(passes(envelope, filters, 'ou_bot')).toBe(wanted));

	it('every bot counts as its own while that is not known', () => {
		expect(passes(other, {})).toBe(false);
		expect(passes(other, { ignoreOwn: false })).toBe(true);
	});
});

describe('Senders', () => {
	const meeting = event('vc.meeting.meeting_started_v1', { meeting: {}, operator: { id: { open_id: 'ou_a' } } });
	const senders = (id: string) => ({ senders: { values: [{ sender: { mode: 'id', value: id } }] } });

	it('names the one who started a meeting', () => {
		expect(passes(meeting, senders('ou_a'))).toBe(true);
		expect(passes(meeting, senders('ou_b'))).toBe(false);
	});
});

describe('Text', () => {
	const order = said('@_user_1 Please ship Order-42, today', [mention('ou_bot')]);

	it.each<[string, JsonObject, boolean]>([
		['one of several texts, in other capitals', { textContains: ['invoice', 'SHIP order'] }, true],
		['none of them', { textContains: ['invoice'] }, false],
		['a text with a comma', { textContains: ['Order-42, today'] }, true],
		['a single text', { textContains: 'order-42' }, true],
		['the name of the bot', { textContains: ['Somebody'] }, false],
		['empty ones only', { textContains: ['', ' '] }, true],
		['a pattern at the beginning, behind the mention', { textPattern: '^Please' }, true],
		['a pattern in other capitals', { textPattern: 'order-\\d+' }, false],
		['a pattern with flags', { textPattern: '/order-\\d+/i' }, true],
		['a pattern that remembers where it was', { textPattern: '/o/gi' }, true],
		['both, of which one fits', { textContains: ['ship'], textPattern: '^ship' }, false],
		['what is no pattern', { textPattern: '(' }, false],
	])('%s', (_name, filters, wanted) => {
		expect(passes(order, filters)).toBe(wanted);
		expect(passes(order, filters)).toBe(wanted);
	});

	it('is that of posts and of version 1.0 as well', () => {
		const post = message({ message_type: 'post', content: JSON.stringify({ title: 'Invoice', content: [[]] }) });
		expect(passes(post, { textContains: ['invoice'] })).toBe(true);
		const old = envelopeOf(v1Event({}, { type: 'message', text_without_at_bot: 'invoice 1', text: 'x' }));
		expect(passes(old, { textPattern: '^invoice' })).toBe(true);
	});

	it('is not that of other events', () => {
		expect(passes(event('im.chat.updated_v1', { name: 'x' }), { textContains: ['y'], textPattern: 'y' })).toBe(true);
	});
});

describe('Approval Codes', () => {
	const approval = envelopeOf(v1Event({}, { approval_code: 'CODE-1' }));

	it.each<[string, EventEnvelope, string, boolean]>([
		['of the approval', approval, 'CODE-2, CODE-1', true],
		['of another approval', approval, 'CODE-2', false],
		[
			'of a definition',
			event('approval.approval.updated_v4', { object: { approval_code: 'CODE-3' } }),
			'CODE-1',
			false,
		],
		['of no approval', message(), 'CODE-1', true],
	])('%s', (_name, envelope, approvalCodes, wanted) => expect(passes(envelope, { approvalCodes })).toBe(wanted));
});

describe('Files', () => {
	const edited = event('drive.file.edit_v1', { file_token: 'AbcdEfghIjkl', file_type: 'docx' });
	const made = event('drive.file.created_in_folder_v1', { file_token: 'NewNewNewNew', folder_token: 'FldrFldrFldr' });

	it.each<[string, EventEnvelope, string, boolean]>([
		['by token', edited, 'Other_token_1，AbcdEfghIjkl', true],
		['by address', edited, 'https://example.feishu.cn/docx/AbcdEfghIjkl?from=x', true],
		['another file', edited, 'https://example.feishu.cn/docx/Other_token_1', false],
		['by the folder', made, 'https://example.feishu.cn/drive/folder/FldrFldrFldr', true],
		['another folder', made, 'https://example.feishu.cn/drive/folder/Other_token_1', false],
		['no file', message(), 'AbcdEfghIjkl', true],
	])('%s', (_name, envelope, files, wanted) => expect(passes(envelope, { files })).toBe(wanted));
});

describe('readPattern', () => {
	it.each<[string, RegExp | undefined]>([
		['a/b', /a\/b/],
		['/a/', /a/],
		['/a\nb/s', /a\nb/s],
		['/a/x/i', /a\/x/i],
		['/a/q', undefined],
		['(', undefined],
	])('%j', (entered, pattern) => expect(readPattern(entered)).toEqual(pattern));
});
