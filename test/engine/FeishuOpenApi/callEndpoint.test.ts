/** Feishu Open API → Endpoint: Call: what goes out, and what comes back. */
import type { IDataObject } from 'n8n-workflow';

import { FeishuOpenApi } from '../../../nodes/FeishuOpenApi/FeishuOpenApi.node';
import { list, listContext, only, picture, report, usePlatform } from '../../support/engine';
import { callerOf } from '../../support/engine/caller';
import { answer } from '../../support/engine/requester';
import { listWords } from '../../support/nodes/listWords';

const platform = usePlatform();
const { run, out } = callerOf(platform);

const SEND = 'POST /open-apis/im/v1/messages';
const sent = (text = 'Hello') => ({
	'query.receive_id_type': 'chat_id',
	'body.receive_id': platform.chat.chat_id,
	'body.msg_type': 'text',
	'body.content': JSON.stringify({ text }),
});
const body = () => JSON.parse(only(platform.calls).bodyText ?? '') as IDataObject;
const query = () => [...new URLSearchParams(only(platform.calls).query)];

describe('endpoints of five domains', () => {
	test('im: sends a message, with a key by which a repeated request is known', async () => {
		const [item] = await out(SEND, { about: 'facts', ...sent() });
		expect(platform.message(item?.json.message_id).content).toBe('{"text":"Hello"}');
		expect(query()).toEqual([['receive_id_type', 'chat_id']]);
		expect(body().uuid).toMatch(/^[0-9a-f-]{36}$/);
		expect(item?.pairedItem).toEqual({ item: 0 });
	});

	test('contact: one person', async () => {
		const { open_id, name } = platform.user;
		const [item] = await out('GET /open-apis/contact/v3/users/:user_id', { 'path.user_id': open_id });
		expect(item?.json).toMatchObject({ open_id, name });
	});

	test('bitable: typed fields from JSON text', async () => {
		await run('POST /open-apis/bitable/v1/apps/:app_token/tables/:table_id/records', {
			'path.app_token': 'bascn 1/2',
			'path.table_id': 'tbl1',
			'query.ignore_consistency_check': 'true',
			'body.fields': '{"Name": "Ada", "Age": 36}',
		});
		expect(only(platform.calls).path).toBe('/open-apis/bitable/v1/apps/bascn%201%2F2/tables/tbl1/records');
		expect(Object.fromEntries(query())).toMatchObject({ ignore_consistency_check: 'true' });
		expect(body()).toEqual({ fields: { Name: 'Ada', Age: 36 } });
	});

	test('calendar: dates in seconds, lists in the query repeated', async () => {
		await run('GET /open-apis/calendar/v4/calendars/:calendar_id/events', {
			'path.calendar_id': 'feishu.cn_1@group.calendar.feishu.cn',
			'query.start_time': '2026-01-31T08:00:00+08:00',
		});
		expect(query()).toContainEqual(['start_time', '1769817600']);
		platform.reset();
		const people = platform.users.slice(0, 2).map(({ open_id }) => open_id);
		await out('GET /open-apis/contact/v3/users/batch', { 'query.user_ids': people.join(', ') });
		expect(query().filter(([name]) => name === 'user_ids')).toEqual(people.map((id) => ['user_ids', id]));
	});

	describe('a date without an offset', () => {
		const EVENTS = 'POST /open-apis/calendar/v4/calendars/:calendar_id/events';
		const event = (start: IDataObject) => ({
			'path.calendar_id': 'primary',
			'body.end_time': { date: '2026-12-01' },
			...start,
		});
		const TEN = '2026-12-01T10:00:00';
		const SHANGHAI = '1796090400';

		test.each([
			['each a field', { 'body.start_time.timestamp': TEN, 'body.start_time.timezone': 'Asia/Shanghai' }, SHANGHAI],
			['all in JSON', { 'body.start_time': { timestamp: TEN, timezone: 'Asia/Shanghai' } }, SHANGHAI],
			[
				'one so, one so',
				{ 'body.start_time': '{"timezone": "Asia/Shanghai"}', 'body.start_time.timestamp': TEN },
				SHANGHAI,
			],
			[
				'with an offset, which counts',
				{ 'body.start_time.timestamp': `${TEN}Z`, 'body.start_time.timezone': 'Asia/Shanghai' },
				'1796119200',
			],
			[
				'a day alone',
				{ 'body.start_time.timestamp': '2026-12-01', 'body.start_time.timezone': 'Asia/Shanghai' },
				'1796054400',
			],
			[
				'with an offset, beside a zone that there is not',
				{ 'body.start_time.timestamp': `${TEN}+0800`, 'body.start_time.timezone': 'Beijing' },
				SHANGHAI,
			],
			['without a zone: in that of the workflow, New York', { 'body.start_time.timestamp': TEN }, '1796137200'],
		])('is meant in the timezone beside it: %s', async (_, start, seconds) => {
			await run(EVENTS, event(start));
			expect((body().start_time as IDataObject).timestamp).toBe(seconds);
		});

		test('in a zone that there is not is refused', async () => {
			const { error } = await run(
				EVENTS,
				event({ 'body.start_time.timestamp': TEN, 'body.start_time.timezone': 'Beijing' }),
			);
			expect(error?.message).toBe(
				"The field 'start_time.timezone' must be a time zone such as Asia/Shanghai; it is 'Beijing'",
			);
			expect(platform.calls).toEqual([]);
		});
	});

	test('docx: a POST that wants nothing carries an empty object', async () => {
		await out('POST /open-apis/docx/v1/documents');
		expect(body()).toEqual({});
	});
});

describe('files', () => {
	test('an upload, its name taken from the file', async () => {
		const [item] = await out(
			'POST /open-apis/im/v1/files',
			{ 'body.file_type': 'pdf', 'body.file': 'doc' },
			{ items: [{ files: { doc: report } }] },
		);
		expect(platform.store.files.get(String(item?.json.file_key))).toMatchObject({
			name: '报告 Q3.pdf',
			bytes: report.bytes,
		});
	});

	test('a download becomes a file', async () => {
		const [item] = await out(
			'GET /open-apis/im/v1/images/:image_key',
			{ 'path.image_key': platform.image() },
			{ parameters: { options: { outputField: 'picture' } } },
		);
		expect(item?.binary?.picture?.mimeType).toBe('image/png');
		expect(Buffer.from(item?.binary?.picture?.data ?? '', 'base64').equals(picture.bytes)).toBe(true);
	});

	test('a file that is not there is told before any call', async () => {
		const { error } = await run('POST /open-apis/im/v1/files', { 'body.file_type': 'pdf', 'body.file': 'doc' });
		expect(error).toMatchObject({ message: "The item has no file in 'doc'" });
		expect(platform.calls).toEqual([]);
	});
});

describe('pages', () => {
	const CHATS = 'GET /open-apis/im/v1/chats';

	test('Return All gives every record, in pages as large as the endpoint allows', async () => {
		platform.addChats(130);
		const items = await out(CHATS, {}, { parameters: { returnAll: true } });
		expect(items.map(({ json }) => json.chat_id)).toEqual(platform.chats.map(({ chat_id }) => chat_id));
		expect(platform.calls[0]?.query).toBe('page_size=100');
	});

	test('Limit and Page Size', async () => {
		const items = await out(CHATS, {}, { parameters: { limit: 25, options: { pageSize: 20 } } });
		expect(items).toHaveLength(25);
		expect(platform.calls.map((call) => new URLSearchParams(call.query).get('page_size'))).toEqual(['20', '5']);
	});

	test('a page token that was given is where it starts', async () => {
		const [first] = await out(CHATS, {}, { parameters: { limit: 20, options: { pageSize: 20, fullAnswer: true } } });
		const data = first?.json.data as { page_token: string };
		expect(first?.json).toMatchObject({ code: 0, data: { has_more: true } });
		const rest = await out(CHATS, { 'query.page_token': data.page_token }, { parameters: { returnAll: true } });
		expect(rest[0]?.json.chat_id).toBe(platform.chats[20]?.chat_id);
	});

	test.each([
		[
			'a token of another name, in the body',
			'POST /open-apis/apaas/v1/applications/:namespace/objects/search',
			{ 'path.namespace': 'ns', 'body.q': 'x' },
			[
				{ records: '[{"id":1}]', next_page_token: 'two' },
				{ records: '[{"id":2}]', next_page_token: '' },
			],
			[{ id: 1 }, { id: 2 }],
		],
		[
			'a list inside an object',
			'GET /open-apis/hire/v1/minutes',
			{ 'query.interview_id': '1' },
			[
				{ minutes: { sentences: [{ id: 1 }] }, has_more: true, page_token: 'two' },
				{ minutes: { sentences: [{ id: 2 }] }, has_more: false },
			],
			[{ id: 1 }, { id: 2 }],
		],
		[
			'no single list: one item a page',
			'GET /open-apis/application/v6/applications/:app_id/contacts_range_configuration',
			{ 'path.app_id': 'cli_1' },
			[
				{ contacts_range: { a: 1 }, has_more: true, page_token: 'two' },
				{ contacts_range: { a: 2 }, has_more: false },
			],
			[
				{ contacts_range: { a: 1 }, has_more: true, page_token: 'two' },
				{ contacts_range: { a: 2 }, has_more: false },
			],
		],
	])('%s', async (_, endpoint, values, answers, expected) => {
		const path = endpoint.slice(endpoint.indexOf(' ') + 1).replace(/:\w+/g, '*');
		for (const data of answers) platform.simulator.faults.add({ path, times: 1, action: answer({ code: 0, data }) });
		const items = await out(endpoint, values, { parameters: { returnAll: true } });
		expect(items.map(({ json }) => json)).toEqual(expected);
		const second = platform.calls[1];
		expect(second?.bodyText || second?.query).toContain('two');
	});
});

describe('what comes back', () => {
	const answering = (path: string, data: IDataObject) =>
		platform.simulator.faults.add({ path, times: 1, action: answer({ code: 0, data }) });

	test('a list without pages gives an item for each entry', async () => {
		answering('/open-apis/acs/v1/devices', { items: [{ device_id: 'a' }, { device_id: 'b' }] });
		const items = await out('GET /open-apis/acs/v1/devices');
		expect(items.map(({ json }) => json)).toEqual([{ device_id: 'a' }, { device_id: 'b' }]);
	});

	test('an empty list gives none', async () => {
		answering('/open-apis/acs/v1/devices', { items: [] });
		expect(await out('GET /open-apis/acs/v1/devices')).toEqual([]);
	});

	test('the one object of an answer is the item; left out, all there is', async () => {
		answering('/open-apis/acs/v1/users/1', { user: { user_id: '1' } });
		answering('/open-apis/acs/v1/users/2', { other: 1 });
		const ask = (id: string) => out('GET /open-apis/acs/v1/users/:user_id', { 'path.user_id': id });
		expect((await ask('1'))[0]?.json).toEqual({ user_id: '1' });
		expect((await ask('2'))[0]?.json).toEqual({ other: 1 });
	});

	test('Full Answer leaves it as it came', async () => {
		answering('/open-apis/acs/v1/devices', { items: [{ device_id: 'a' }] });
		const [item] = await out('GET /open-apis/acs/v1/devices', {}, { parameters: { options: { fullAnswer: true } } });
		expect(item?.json).toMatchObject({ code: 0, data: { items: [{ device_id: 'a' }] } });
	});

	test('a code without words of its own leads to the page that lists it', async () => {
		platform.simulator.faults.add({
			path: '/open-apis/acs/v1/rule_external',
			times: 1,
			action: answer({ code: 1490012, msg: 'device not found' }),
		});
		const { error } = await run(
			'DELETE /open-apis/acs/v1/rule_external',
			{ 'query.rule_id': '1' },
			{ parameters: { options: { identity: 'tenant' } } },
		);
		expect(error?.message).toBe('Feishu says: device not found');
		expect(error?.description).toMatch(
			/explains code 1490012 under its error codes: https:\/\/open\.feishu\.cn\/document/,
		);
	});
});

describe('which endpoint', () => {
	test.each([
		['a path', 'contact/v3/users/batch'],
		['a path with other names and its method', 'GET /open-apis/contact/v3/users/batch/'],
		['a documentation link', 'https://open.feishu.cn/document/server-docs/contact-v3/user/batch?lang=en-US'],
		['a method of the SDK', 'contact.v3.user.batch'],
	])('%s stands for the one it names', async (_, text) => {
		await out(text, { 'query.user_ids': [platform.user.open_id] });
		expect(platform.routes).toEqual(['GET /open-apis/contact/v3/users/batch']);
	});

	test('an expression may give it, and all values, for each item', async () => {
		const items = [
			{
				json: {
					endpoint: 'GET /open-apis/im/v1/chats/:chat_id',
					values: { 'path.chat_id': platform.chats[0]?.chat_id },
				},
			},
			{
				json: {
					endpoint: 'GET /open-apis/contact/v3/users/:user_id',
					values: { path: { user_id: platform.user.open_id } },
				},
			},
		];
		const parameters = { endpoint: '={{ $json.endpoint }}', parameters: '={{ $json.values }}' };
		const found = await out('', {}, { items: items, parameters });
		expect(found.map(({ json }) => json)).toMatchObject([
			{ name: platform.chats[0]?.name },
			{ open_id: platform.user.open_id },
		]);
	});

	test('automatic mapping takes the fields of the item that are named like a parameter', async () => {
		const json = { user_id: platform.user.open_id, 'query.user_id_type': 'open_id', other: 1 };
		const parameters = { parameters: { mappingMode: 'autoMapInputData', value: null } };
		const [item] = await out('GET /open-apis/contact/v3/users/:user_id', {}, { items: [{ json }], parameters });
		expect(item?.json).toMatchObject({ open_id: platform.user.open_id });
	});

	test('More Parameters win', async () => {
		const moreParameters = '{"body": {"content": "{\\"text\\":\\"Bye\\"}"}, "body.uuid": "mine"}';
		await out(SEND, sent('Hello'), { parameters: { options: { moreParameters } } });
		expect(body()).toMatchObject({ content: '{"text":"Bye"}', uuid: 'mine' });
	});

	test.each([
		[
			'an unknown one',
			'POST /open-apis/im/v1/mesages',
			"The catalog has no endpoint 'POST /open-apis/im/v1/mesages'",
			'im/v1',
		],
		[
			'a path with two methods',
			'im/v1/messages',
			"The field 'Endpoint' names several endpoints",
			'GET /open-apis/im/v1/messages',
		],
		['none', '={{ "" }}', "The field 'Endpoint' is empty", ''],
		['a user-only one', 'POST /open-apis/wiki/v2/spaces', "takes a person's login only", 'Identity'],
		['a page for people', 'GET /open-apis/authen/v1/authorize', 'a page that a person opens', ''],
	])('%s is refused with advice, before any call', async (_, endpoint, message, advice) => {
		const { error } = await run(endpoint);
		expect(error?.message).toContain(message);
		expect(error?.description ?? '').toContain(advice);
		expect(platform.calls).toEqual([]);
	});

	test('an identity that was chosen is used whatever the catalog says', async () => {
		await run(
			'POST /open-apis/wiki/v2/spaces',
			{ 'body.name': 'x' },
			{ parameters: { options: { identity: 'tenant' } } },
		);
		expect(new Set(platform.routes)).toEqual(new Set(['POST /open-apis/wiki/v2/spaces']));
	});
});

test('an event of a calendar, filled in field by field', async () => {
	await run('POST /open-apis/calendar/v4/calendars/:calendar_id/events', {
		'path.calendar_id': 'feishu.cn_1@group.calendar.feishu.cn',
		'body.start_time.timestamp': '2026-01-31T08:00:00+08:00',
		'body.end_time.timestamp': '2026-01-31T09:00:00+08:00',
	});
	expect(body()).toMatchObject({ start_time: { timestamp: '1769817600' }, end_time: { timestamp: '1769821200' } });
});

describe('wrong values', () => {
	test.each<[string, string, IDataObject, string]>([
		['an empty required one', SEND, { 'body.receive_id': '' }, "The field 'receive_id' is empty"],
		['a missing path', 'GET /open-apis/contact/v3/users/:user_id', {}, "The field 'user_id' is empty"],
		['out of the choices', SEND, { 'query.receive_id_type': 'phone' }, "The field 'receive_id_type' can't be 'phone'"],
		[
			'a mistyped name',
			SEND,
			{ 'body.receive_id': '', 'body.recieve_id': 'x' },
			"The endpoint has no 'recieve_id'; it has 'receive_id'",
		],
		['a name without its part', SEND, { recieve_id: 'x' }, "The endpoint has no parameter 'recieve_id'"],
		[
			'broken JSON',
			'POST /open-apis/bitable/v1/apps/:app_token/tables/:table_id/records',
			{ 'path.app_token': 'a', 'path.table_id': 'b', 'body.fields': '{oops' },
			"The field 'fields' is not valid JSON",
		],
		[
			'no date',
			'GET /open-apis/im/v1/messages',
			{ 'query.container_id_type': 'chat', 'query.container_id': 'oc_1', 'query.start_time': 'soon' },
			"The field 'start_time' holds no date: soon",
		],
		[
			"a person's ID in the place of a calendar's",
			'GET /open-apis/calendar/v4/calendars/:calendar_id',
			{ 'path.calendar_id': 'ou_1' },
			"The field 'calendar_id' holds no calendar_id: ou_1",
		],
	])('%s names the field and makes no call', async (_, endpoint, values, message) => {
		const { error } = await run(endpoint, { ...(endpoint === SEND ? sent() : {}), ...values });
		expect(error?.message).toContain(message);
		expect(platform.calls).toEqual([]);
	});

	test('an empty object says which fields of the form it is made of', async () => {
		const { error } = await run('POST /open-apis/calendar/v4/calendars/:calendar_id/events', {
			'path.calendar_id': 'primary',
		});
		expect(error).toMatchObject({
			message: "The fields 'start_time' and 'end_time' are empty",
			description: expect.stringContaining(
				'they are made of: start_time.date or start_time.timestamp, start_time.timezone, end_time.date or end_time.timestamp',
			) as string,
		});
		expect(platform.calls).toEqual([]);
	});

	test('of scopes that will do, an error names a narrow one', async () => {
		const [app] = platform.store.apps.values();
		if (app) app.scopes = ['contact:contact.base:readonly'];
		const { error } = await run('POST /open-apis/calendar/v4/calendars/:calendar_id/events', {
			'path.calendar_id': 'primary',
			'body.start_time': { date: '2026-12-01' },
			'body.end_time': { date: '2026-12-01' },
		});
		expect(error?.message).toBe('The app lacks the scope calendar:calendar.event:create');
		expect(error?.description).toContain('Instead of it, this will do: calendar:calendar.');
	});

	test("a missing scope names the endpoint's", async () => {
		const [app] = platform.store.apps.values();
		if (app) app.scopes = ['contact:contact.base:readonly'];
		const { error } = await run(SEND, sent());
		expect(error?.description).toContain('im:message:send_as_bot');
	});
});

test('writes to one receiver keep their order', async () => {
	const items = Array.from({ length: 5 }, (_, index) => ({ json: { text: String(index) } }));
	await out(SEND, { ...sent(), 'body.content': '={{ JSON.stringify({ text: $json.text }) }}' }, { items });
	const texts = platform
		.messages()
		.slice(-5)
		.map(({ content }) => (JSON.parse(content) as { text: string }).text);
	expect(texts).toEqual(items.map(({ json }) => json.text));
});

describe('the editor', () => {
	const { listSearch, resourceMapping } = new FeishuOpenApi().methods;
	const context = (endpoint: string | object | null) => {
		const one = listContext('feishuOpenApi', platform.credential);
		one.getCurrentNodeParameter = () => endpoint;
		return one;
	};

	test('the list says what to do where no endpoint fits', async () => {
		const search = listSearch.searchEndpoints?.bind(context(''));
		expect(listWords((await search?.('qqqq')) ?? { results: [] })).toBe(
			"No endpoint fits 'qqqq'. Search by name in English or Chinese, by path or by domain, with fewer words",
		);
	});

	test('the list shows both names, the domain and the documentation, fifty at a time', async () => {
		const search = listSearch.searchEndpoints?.bind(context(''));
		const first = await search?.('发送消息');
		expect(first?.results[0]).toEqual({
			name: 'Send message 发送消息 · im',
			value: SEND,
			url: expect.stringMatching(/^https:\/\/open\.feishu\.cn\/document\//),
		});
		const all = await search?.();
		expect([all?.results.length, all?.paginationToken]).toEqual([50, '50']);
		const last = await search?.('', '1800');
		expect([last?.results.length, last?.paginationToken]).toEqual([48, undefined]);
	});

	test('the mapper shows facts, then what the endpoint takes', async () => {
		const mapped = await resourceMapping.getEndpointFields?.call(context(SEND));
		const [about, ...fields] = mapped?.fields ?? [];
		expect(about?.options?.[0]?.name).toBe('50/s · im:message +2');
		expect(about?.options?.find(({ value }) => value === 'doc')?.description).toContain(
			'href="https://open.feishu.cn/',
		);
		expect(fields.map(({ id, type, required, removed }) => [id, type, required, removed])).toEqual([
			['query.receive_id_type', 'options', true, false],
			['body.receive_id', 'string', true, false],
			['body.msg_type', 'string', true, false],
			['body.content', 'string', true, false],
			['body.uuid', 'string', false, false],
		]);
	});

	test('dates, lists that start empty with an example beside them, files; what turns pages is left out', async () => {
		const fieldsOf = async (id: string) => (await resourceMapping.getEndpointFields?.call(context(id)))?.fields ?? [];
		const history = await fieldsOf('GET /open-apis/im/v1/messages');
		expect(history.find(({ id }) => id === 'query.start_time')?.type).toBe('dateTime');
		expect(history.filter(({ id }) => id.includes('page_'))).toEqual([]);
		const batch = await fieldsOf('GET /open-apis/contact/v3/users/batch');
		expect(batch.find(({ id }) => id === 'query.user_ids')).toMatchObject({
			type: 'array',
			required: true,
		});
		expect(batch.filter(({ defaultValue }) => defaultValue !== undefined).map(({ id }) => id)).toEqual(['about']);
		const example = batch[0]?.options?.find(({ value }) => value === 'example.query.user_ids');
		expect(example?.description).toMatch(/^\["ou_\w+"\]$/);
		const upload = await fieldsOf('POST /open-apis/im/v1/files');
		expect(upload.find(({ id }) => id === 'body.file')).toMatchObject({
			displayName: 'file (Input Data Field Name)',
			defaultValue: 'data',
		});
	});

	test('an event of a calendar: times opened, one of two that exclude each other shown, nothing filled in', async () => {
		const id = 'POST /open-apis/calendar/v4/calendars/:calendar_id/events';
		const [, ...fields] = (await resourceMapping.getEndpointFields?.call(context(id)))?.fields ?? [];
		expect(fields.filter(({ defaultValue }) => defaultValue !== undefined)).toEqual([]);
		expect(fields.filter(({ removed }) => !removed).map(({ displayName, type }) => [displayName, type])).toEqual([
			['calendar_id', 'string'],
			['start_time.timestamp (or date)', 'dateTime'],
			['start_time.timezone', 'string'],
			['end_time.timestamp (or date)', 'dateTime'],
			['end_time.timezone', 'string'],
		]);
		expect(fields.find(({ id: one }) => one === 'body.need_notification')).toMatchObject({
			type: 'options',
			options: [
				{ name: 'true', value: true },
				{ name: 'false', value: false },
			],
		});
	});

	test.each([
		[
			'POST /open-apis/calendar/v4/calendars/:calendar_id/events',
			'In the timezone beside them; without it, in the workflow',
		],
		['GET /open-apis/im/v1/messages', "They are in the workflow's time zone (Settings → Timezone)"],
		['GET /open-apis/im/v1/chats', undefined],
	])('About This Endpoint says of dates without an offset in which zone they are: %s', async (id, words) => {
		const [about] = (await resourceMapping.getEndpointFields?.call(context(id)))?.fields ?? [];
		const zone = about?.options?.find(({ value }) => value === 'zone')?.description;
		expect(zone).toEqual(words && expect.stringContaining(words));
	});

	test('what excludes another, and what does not count beside it, says so', async () => {
		const names = async (id: string) =>
			((await resourceMapping.getEndpointFields?.call(context(id)))?.fields ?? []).map(
				({ displayName }) => displayName,
			);
		expect(await names('POST /open-apis/task/v2/sections')).toEqual(
			expect.arrayContaining(['insert_before (or insert_after)', 'insert_after (or insert_before)']),
		);
		expect(await names('POST /open-apis/calendar/v4/freebusy/list')).toEqual(
			expect.arrayContaining(['room_id (not with user_id, room)']),
		);
	});

	test.each([
		['POST /open-apis/drive/v1/files/upload_all', 'body.file_name', 'file_name (from the file)'],
		['POST /open-apis/im/v1/messages', 'body.uuid', 'uuid (automatic)'],
		['POST /open-apis/im/v1/messages', 'body.receive_id', 'receive_id (by receive_id_type)'],
		['GET /open-apis/contact/v3/users/batch', 'query.user_ids', 'user_ids (person, by user_id_type, list)'],
		['POST /open-apis/bitable/v1/apps', 'query.copy_types', 'copy_types (list, undocumented)'],
		['POST /open-apis/bitable/v1/apps', 'body.time_zone', 'time_zone'],
	])('the label of a parameter of %s tells what its box does not: %s', async (endpoint, id, label) => {
		const fields = (await resourceMapping.getEndpointFields?.call(context(endpoint)))?.fields ?? [];
		expect(fields.find((one) => one.id === id)?.displayName).toBe(label);
	});

	test('an endpoint without parameters has its facts alone; before there are fields, n8n says so in these words', async () => {
		const mapped = await resourceMapping.getEndpointFields?.call(context('GET /open-apis/bot/v3/info'));
		expect(mapped?.fields.map(({ id }) => id)).toEqual(['about']);
		const { properties } = new FeishuOpenApi().description;
		expect(properties.find(({ name }) => name === 'parameters')?.typeOptions?.resourceMapper).toMatchObject({
			noFieldsError: 'There are no parameters to show yet',
			fieldWords: { singular: 'parameter', plural: 'parameters' },
			valuesLabel: 'Parameters',
		});
	});

	test('what it says of an endpoint fits the closed list, and stands whole in the open one', async () => {
		const about = async (id: string) =>
			(await resourceMapping.getEndpointFields?.call(context(id)))?.fields[0]?.options?.[0];
		expect((await about('GET /open-apis/im/v1/chats'))?.name).toMatch(/^50\/s · im:chat\S* \+\d$/);
		expect((await about('GET /open-apis/im/v1/chats'))?.description).toMatch(
			/^Scope im:chat\S* \(or \d more\); 50\/s, 1000\/min\./,
		);
		const whose = (await resourceMapping.getEndpointFields?.call(context('GET /open-apis/im/v1/chats')))?.fields[0];
		expect(JSON.stringify(whose?.options)).toContain('May be called by an app or a person');
		const far = await about('GET /open-apis/corehr/v2/employees/international_assignments');
		expect((far?.name as string).length).toBeLessThanOrEqual(45);
	});

	test('a base: its documented fields first, and neither empty JSON nor what is undocumented until it is added', async () => {
		const mapped = await resourceMapping.getEndpointFields?.call(context('POST /open-apis/bitable/v1/apps'));
		const [, ...fields] = mapped?.fields ?? [];
		const shown = fields.filter(({ removed }) => !removed);
		expect(shown.map(({ id }) => id)).toEqual(['body.name', 'body.folder_token', 'body.time_zone']);
		expect(fields.slice(3).map(({ displayName }) => displayName)).toEqual(
			fields.slice(3).map(() => expect.stringContaining('undocumented') as string),
		);
		expect(fields.find(({ id }) => id.endsWith('copy_types'))).toMatchObject({ type: 'array', removed: true });
	});

	test('whose ID a field holds, a high risk, and what is historical are told', async () => {
		const mapped = async (id: string) => (await resourceMapping.getEndpointFields?.call(context(id)))?.fields ?? [];
		const members = await mapped('DELETE /open-apis/im/v1/chats/:chat_id/members');
		expect(members[0]?.options?.map(({ value }) => value)).toContain('risk');
		expect(members[0]?.options?.[0]?.name).toMatch(/^High risk · /);
		expect(members.find(({ id }) => id === 'path.chat_id')?.displayName).toBe('chat_id (chat)');
		const search = listSearch.searchEndpoints?.bind(context(''));
		const found = (await search?.('GET contact/v3/users'))?.results.find(
			({ value }) => value === 'GET /open-apis/contact/v3/users',
		);
		expect(found?.name).toBe('Get User List 获取用户列表 · contact · historical');
	});

	test.each([
		['nothing is chosen', '', 'Choose an endpoint to see its fields.'],
		['it comes from an expression', '={{ $json.endpoint }}', 'If an expression or the AI model gives it'],
		['the editor knows no result of the expression', { mode: 'id' }, 'Options → More Parameters (JSON)'],
		['the editor knows not what the model will say', null, 'Options → More Parameters (JSON)'],
		['it is unknown', 'GET /open-apis/nothing', "has no endpoint 'GET /open-apis/nothing'"],
	])('when %s it says so', async (_, endpoint, notice) => {
		const mapped = await resourceMapping.getEndpointFields?.call(context(endpoint));
		expect(mapped).toEqual({ fields: [], emptyFieldsNotice: expect.stringContaining(notice) });
	});

	test('a choice from the list runs', async () => {
		const parameters = { endpoint: list('GET /open-apis/bot/v3/info') };
		const [item] = await out('', {}, { parameters });
		expect(item?.json).toMatchObject({ bot: { app_name: 'n8n Bot' } });
	});
});
