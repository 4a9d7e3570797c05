import type { Endpoint, ParameterSchema } from '../../../../feishu/catalog';
import { allEndpoints } from '../../../../feishu/catalog';
import { exampleOf } from '../../../../feishu/catalog/endpointExample';
import { formFields } from '../../../../feishu/catalog/endpointForm';
import { endpointFields } from '../../../../feishu/catalog/endpointFields';
import { idOf } from '../../../../feishu/catalog/endpointIds';
import { pageParameters, readEndpointPage } from '../../../../feishu/catalog/endpointPaging';
import { endpointRequest } from '../../../../feishu/catalog/endpointRequest';
import { isInputError, type InputError } from '../../../../feishu/input';

const given = { key: 'key-1', moment: (_: string, value: unknown) => Date.parse(String(value)) };
const endpoint = (properties: Record<string, ParameterSchema>, more: Partial<Endpoint> = {}): Endpoint => ({
	id: 'POST /open-apis/demo/v1/things',
	method: 'POST',
	path: '/open-apis/demo/v1/things',
	domain: 'demo',
	name: { en: 'Create a thing' },
	request: { body: { type: 'object', properties } },
	...more,
});
const bodyOf = (schema: ParameterSchema, value: unknown) => {
	const { body } = endpointRequest(endpoint({ it: schema }), { 'body.it': value }, given);
	return (body as Record<string, unknown>).it;
};

describe('values', () => {
	const list = (items: ParameterSchema): ParameterSchema => ({ type: 'array', items });
	const nested: ParameterSchema = {
		type: 'object',
		required: ['id'],
		properties: {
			id: { type: 'string' },
			count: { type: 'integer', maximum: 5 },
			at: { type: 'string', format: 'timestamp-ms' },
		},
	};

	it.each<[ParameterSchema, unknown, unknown]>([
		[{ type: 'string' }, 7123456789012345, '7123456789012345'],
		[{ type: 'string' }, ' kept ', ' kept '],
		[{ type: 'string' }, { text: 'Hi' }, '{"text":"Hi"}'],
		[{ type: 'integer' }, '12', 12],
		[{ type: 'number' }, '1.5', 1.5],
		[{ type: 'boolean' }, 'false', false],
		[{ type: 'boolean' }, true, true],
		[{ type: 'integer', enum: [1, 2] }, '2', 2],
		[{ type: 'string', format: 'timestamp-s' }, '2026-01-31T00:00:00Z', '1769817600'],
		[{ type: 'integer', format: 'timestamp-ms' }, '2026-01-31T00:00:00Z', 1769817600000],
		[{ type: 'string', format: 'timestamp-s' }, 1769817600, '1769817600'],
		[{ type: 'string', format: 'timestamp-s' }, '1769817600000', '1769817600'],
		[{ type: 'integer', format: 'timestamp-ms' }, 1769817600, 1769817600000],
		[{ type: 'string', format: 'timestamp-s' }, '0', '0'],
		[list({ type: 'string' }), 'a, b\nc', ['a', 'b', 'c']],
		[list({ type: 'string' }), '["a,b"]', ['a,b']],
		[list({ type: 'integer' }), '1,2', [1, 2]],
		[list({ type: 'integer' }), 3, [3]],
		[list(nested), [{ id: 'a', count: 1 }], [{ id: 'a', count: 1 }]],
		[nested, '{"id": "a", "at": "2026-01-31T00:00:00Z", "more": [1]}', { id: 'a', at: '1769817600000', more: [1] }],
		[{}, '{"a": 1}', { a: 1 }],
		[{}, 'words', 'words'],
	])('%j takes %j as %j', (schema, value, expected) => {
		expect(bodyOf(schema, value)).toEqual(expected);
	});

	it.each<[ParameterSchema, unknown, string]>([
		[{ type: 'integer' }, '1.5', "The field 'it' must be a whole number; it is '1.5'"],
		[{ type: 'integer' }, 'x', "The field 'it' must be a number; it is 'x'"],
		[{ type: 'integer' }, '12345678901234567890', "The field 'it' must be a number of at most 15 digits"],
		[{ type: 'boolean' }, 'yes', "The field 'it' must be true or false; it is 'yes'"],
		[{ type: 'string', enum: ['a', 'b'] }, 'c', "The field 'it' can't be 'c'"],
		[{ type: 'integer', minimum: 1, maximum: 5 }, 6, "The field 'it' must be at most 5; it is 6"],
		[{ type: 'integer', minimum: 1 }, 0, "The field 'it' must be at least 1; it is 0"],
		[{ type: 'string', maxLength: 2 }, '飞书书', "The field 'it' must have at most 2 characters; it has 3"],
		[{ ...list({ type: 'string' }), maxItems: 1 }, 'a,b', "The field 'it' must have at most 1 entries; it has 2"],
		[list(nested), '[{"id":"a"},{"count":1}]', "The field 'it[1]' lacks 'id'"],
		[list(nested), 'a', "The field 'it' must be a JSON list"],
		[nested, '{"id": 5}', "The field 'it.id' must be text in quotes; it is 5"],
		[nested, '{"id": "a", "count": "1"}', "The field 'it.count' must be a number; it is '1'"],
		[nested, '{"id": "a", "count": 9}', "The field 'it.count' must be at most 5; it is 9"],
		[nested, '[1]', "The field 'it' must be a JSON object"],
		[nested, '{"id"', "The field 'it' is not valid JSON"],
		[{ type: 'string', format: 'timestamp-s' }, {}, "The field 'it' must be a date"],
	])('%j refuses %j', (schema, value, message) => {
		expect(() => bodyOf(schema, value)).toThrow(message);
	});
});

describe('request', () => {
	it('leaves out what is empty, and complains of what is missing', () => {
		const one = endpoint({ a: { type: 'string' }, b: { type: 'string' } });
		expect(endpointRequest(one, { 'body.a': '', 'body.b': null }, given).body).toEqual({});
		const needs = endpoint(
			{},
			{ request: { query: { type: 'object', required: ['a'], properties: { a: { type: 'string' } } } } },
		);
		expect(() => endpointRequest(needs, {}, given)).toThrow("The field 'a' is empty");
		const needsTwo = endpoint(
			{ b: { type: 'string' } },
			{ request: { query: { required: ['a'], properties: { a: {} } }, body: { required: ['b'], properties: { b: {} } } } },
		);
		expect(() => endpointRequest(needsTwo, {}, given)).toThrow("The fields 'a' and 'b' are empty");
		const inJson: ParameterSchema = { type: 'object', required: ['x', 'y'], properties: { x: {}, y: {}, z: {} } };
		expect(() => bodyOf(inJson, '{"z": 1}')).toThrow("The field 'it' lacks 'x' and 'y'");
	});

	it.each([
		['in a path', { request: { path: { properties: { code: { type: 'string' as const } } } } }, { 'path.code': 'https://a.feishu.cn/x/1' }],
		['too long for an ID', {}, { 'body.id': 'https://a.feishu.cn/x/1' }],
	])('says that a link is a link: %s', (_, more, values) => {
		const one = endpoint({ id: { type: 'string', maxLength: 10 } }, more);
		expect(() => endpointRequest(one, values, given)).toThrow(/holds a link: https:\/\/a\.feishu\.cn\/x\/1$/);
	});

	it('a body that is a list is sent as it is', () => {
		const whole = endpoint({}, { request: { body: { type: 'array', items: { type: 'string' } }, need: ['body'] } });
		expect(endpointRequest(whole, { body: '["a"]' }, given).body).toEqual(['a']);
		expect(() => endpointRequest(whole, {}, given)).toThrow("The field 'body' is empty");
	});

	it('an upload sends texts, then files, as the names of its parts say', () => {
		const upload = endpoint(
			{
				file: { type: 'file' },
				file_name: { type: 'string' },
				size: { type: 'integer' },
				kind: { type: 'string' },
				extra: { type: 'object' },
			},
			{ upload: true },
		);
		const request = endpointRequest(
			upload,
			{ 'body.file': 'data', 'body.kind': 'pdf', 'body.extra': '{"a":1}' },
			given,
		);
		expect(request.form).toEqual([
			{ name: 'kind', text: 'pdf' },
			{ name: 'extra', text: '{"a":1}' },
			{ name: 'file', label: 'file', file: 'data' },
		]);
		expect(request.fromFile).toEqual([
			{ name: 'file_name', fact: 'name' },
			{ name: 'size', fact: 'size' },
		]);
		expect(request.body).toBeUndefined();
	});

	it('fills in the key by which a repeated request is known, where the endpoint takes one', () => {
		const request = { query: { type: 'object' as const, properties: { client_token: { type: 'string' as const } } } };
		const built = endpointRequest(endpoint({}, { request }), {}, given);
		expect(built).toMatchObject({ query: { client_token: 'key-1' }, idempotent: true });
		expect(endpointRequest(endpoint({}, { request }), { 'query.client_token': 'mine' }, given).query).toEqual({
			client_token: 'mine',
		});
		expect(endpointRequest(endpoint({ uuid: { type: 'string' } }), {}, given)).toMatchObject({
			body: {},
			idempotent: false,
		});
	});

	it.each([
		['id:token', 'Bearer aWQ6dG9rZW4='],
		['Bearer aWQ6dG9rZW4=', 'Bearer aWQ6dG9rZW4='],
	])("the help desk's pair %s", (value, expected) => {
		const name = 'X-Lark-Helpdesk-Authorization';
		const built = endpointRequest(endpoint({}, { headers: [name] }), { [`header.${name}`]: value }, given);
		expect(built.headers).toEqual({ [name]: expected });
	});
});

describe('pages', () => {
	const paged = (schema: ParameterSchema, more: object = {}): Endpoint => ({
		...endpoint({}),
		paging: { in: 'query', ...more },
		request: {
			query: {
				type: 'object',
				properties: { page_size: schema, page_token: { type: 'string' } },
				required: ['page_size'],
			},
		},
	});
	const first = { token: undefined, wanted: Infinity, size: undefined };

	it.each<[Endpoint, object, object]>([
		[paged({ type: 'integer', maximum: 100 }), first, { page_size: 100 }],
		[paged({ type: 'integer' }, { sizeMax: 30 }), { ...first, wanted: 7 }, { page_size: 7 }],
		[paged({ type: 'integer', minimum: 10 }, { sizeMax: 30 }), { ...first, wanted: 7 }, { page_size: 10 }],
		[paged({ type: 'string' }), first, { page_size: '20' }],
		[paged({ type: 'integer' }), { token: 't', wanted: 9, size: 5 }, { page_size: 5, page_token: 't' }],
		[
			{ ...endpoint({}), paging: { in: 'query', tokenParam: 'cursor_id' } },
			{ ...first, token: 't' },
			{ cursor_id: 't' },
		],
	])('asks for one', (one, page, expected) => {
		expect(pageParameters(one, page as typeof first)).toEqual(expected);
	});

	it.each<[object, object, object]>([
		[{}, { items: [{ a: 1 }], has_more: true, page_token: 't' }, { records: [{ a: 1 }], next: 't' }],
		[{}, { items: [{ a: 1 }], page_token: 't' }, { records: [{ a: 1 }], next: 't' }],
		[{}, { items: [], has_more: false, page_token: 't' }, { records: [], next: undefined }],
		[{ itemsKey: 'a.b' }, { a: { b: ['x'] } }, { records: [{ value: 'x' }], next: undefined }],
		[{ itemsJson: true }, { items: '[{"a":1}]' }, { records: [{ a: 1 }], next: undefined }],
		[{ itemsJson: true }, { items: 'no json' }, { records: [], next: undefined }],
		[
			{ itemsKey: null, tokenKey: 'n' },
			{ a: [], b: [], n: 't' },
			{ records: [{ a: [], b: [], n: 't' }], next: 't' },
		],
	])('reads one (%j)', (paging, data, expected) => {
		expect(readEndpointPage({ ...endpoint({}), paging: { in: 'query', ...paging } }, data as never)).toEqual(expected);
	});
});

describe('examples', () => {
	/** The same with a little more in it, which makes it a person's. */
	const edited = (example: unknown) =>
		Array.isArray(example) ? [...(example as unknown[]), example[0] as unknown] : { ...(example as object), more: null };

	it('of every list and object in the catalog are taken once they are edited', async () => {
		const wrong: string[] = [];
		for (const one of await allEndpoints()) {
			for (const { id, name, schema } of endpointFields(one)) {
				if ((schema.type !== 'array' && schema.type !== 'object') || schema.maxItems === 1) continue;
				const alone = endpoint({ [name]: schema });
				try {
					endpointRequest(alone, { [`body.${name}`]: JSON.stringify(edited(exampleOf(schema, name))) }, given);
				} catch (error) {
					wrong.push(`${one.id} ${id}: ${(error as Error).message}`);
				}
			}
		}
		expect(wrong).toEqual([]);
	});

	it('are refused as they stand, by the name of the field', () => {
		const schema: ParameterSchema = { type: 'object', properties: { name: { type: 'string' } } };
		expect(() => bodyOf(schema, '{"name": "name"}')).toThrow("The field 'it' still holds the example");
		expect(bodyOf(schema, '{"name": "Ada"}')).toEqual({ name: 'Ada' });
	});

	it('that may be meant as they stand are taken', () => {
		const flags: ParameterSchema = { type: 'array', items: { type: 'string', enum: ['a', 'b'] } };
		expect(bodyOf(flags, exampleOf(flags, 'it'))).toEqual(['a']);
		expect(bodyOf({ type: 'array', items: { type: 'integer' } }, '[1]')).toEqual([1]);
	});

	it('show one of two that exclude each other', () => {
		const time: ParameterSchema = {
			type: 'object',
			properties: { date: { type: 'string', format: 'date' }, timestamp: { type: 'string', format: 'timestamp-s' } },
			exclusive: [['timestamp', 'date']],
		};
		expect(exampleOf(time, 'start_time')).toEqual({ timestamp: '1769817600' });
	});
});

describe('objects, opened by one level', () => {
	const time: ParameterSchema = {
		type: 'object',
		properties: {
			date: { type: 'string', format: 'date' },
			timestamp: { type: 'string', format: 'timestamp-s' },
			count: { type: 'integer', maximum: 5 },
			more: { type: 'object', properties: { at: { type: 'string', format: 'timestamp-ms' } } },
		},
		exclusive: [['timestamp', 'date']],
	};
	const one = endpoint({ optional: { type: 'string' }, start: time });
	const sent = (values: Record<string, unknown>) => endpointRequest(one, values, given).body;

	it('are fields of their own, required ones first', () => {
		const wanted = endpoint({ optional: { type: 'string' }, start: { ...time, required: ['count'] } });
		const { body } = wanted.request ?? {};
		const fields = formFields({ ...wanted, request: { body: { ...body, required: ['start'] } } });
		expect(fields.map(({ label, required, yields }) => [label, required, yields])).toEqual([
			['start.date', false, true],
			['start.timestamp', false, false],
			['start.count', true, false],
			['start.more', false, false],
			['optional', false, false],
		]);
	});

	it('are put together, each value read as a field is', () => {
		expect(sent({ 'body.start.timestamp': '2026-01-31T00:00:00Z', 'body.start.count': '3' })).toEqual({
			start: { timestamp: '1769817600', count: 3 },
		});
		expect(sent({ 'body.start': '{"count": 1}', 'body.start.count': 2 })).toEqual({ start: { count: 2 } });
		expect(sent({ 'body.start.timestamp': '' })).toEqual({});
	});

	it('take dates inside, too', () => {
		expect(sent({ 'body.start': { timestamp: '2026-01-31T00:00:00Z', more: { at: '2026-01-31T00:00:00Z' } } })).toEqual({
			start: { timestamp: '1769817600', more: { at: '1769817600000' } },
		});
		expect(sent({ 'body.start.date': '2026-01-31T08:00:00.000+08:00' })).toEqual({ start: { date: '2026-01-31' } });
		expect(() => sent({ 'body.start.date': 'soon' })).toThrow("The field 'start.date' must be a day");
	});

	it.each<[Record<string, unknown>, string]>([
		[{ 'body.start.count': 6 }, "The field 'start.count' must be at most 5"],
		[{ 'body.start': '{"more": {"at": "soon"}}' }, "The field 'start.more.at' must be a date"],
		[{ 'body.start': '{"more": 1}' }, "The field 'start.more' must be a JSON object"],
		[
			{ 'body.start.timestamp': '1769817600', 'body.start.date': '2026-01-31' },
			"The fields 'start.timestamp' and 'start.date' exclude each other",
		],
		[{ 'body.start.colour': 'red' }, "The endpoint has no parameter 'body.start.colour'"],
	])('refuse %j with the path of what is wrong', (values, message) => {
		expect(() => sent(values)).toThrow(message);
	});

	it('say which others exclude them, and beside which they do not count', () => {
		const body = { properties: { a: {}, b: {}, c: {} }, exclusive: [['a', 'b']] as const, prevails: [['a', 'c']] as const };
		const fields = formFields(endpoint({}, { request: { body } }));
		expect(fields.map(({ name, yields, excludes, countsWithout }) => [name, yields, excludes, countsWithout])).toEqual([
			['a', false, ['b'], []],
			['b', true, ['a'], []],
			['c', false, [], ['a']],
		]);
	});

	it('exclude each other among the parameters as well', () => {
		const query = { type: 'object' as const, properties: { a: {}, b: {} }, exclusive: [['a', 'b']] as const };
		const call = () => endpointRequest(endpoint({}, { request: { query } }), { 'query.a': 1, 'query.b': 2 }, given);
		expect(call).toThrow("The fields 'a' and 'b' exclude each other");
	});
});

describe('ids', () => {
	const one = endpoint(
		{ members: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } } },
		{ ids: { 'body.members[].id': 'user_id:user_id_type', 'path.chat_id': 'chat_id' } },
	);
	const text = { type: 'string' as const };
	one.request = {
		...one.request,
		path: { type: 'object', properties: { chat_id: text, table_id: text, app_token: text } },
		query: { type: 'object', properties: { user_id_type: { type: 'string', default: 'open_id' } } },
	};
	const call = (values: Record<string, unknown>) =>
		endpointRequest(one, { 'path.chat_id': 'oc_1', 'path.table_id': 'tbl1', 'path.app_token': 'b1', ...values }, given);

	it('say whose they are, and which parameter switches the kind', () => {
		expect(idOf(one, 'path.chat_id')).toEqual({ of: 'chat' });
		expect(idOf({ ...one, ids: { 'body.ids[]': 'user_id:user_id_type' } }, 'body.ids')).toEqual({
			of: 'person',
			by: 'user_id_type',
		});
		expect(idOf(one, 'path.table_id')).toBeUndefined();
		const kinds = { type: 'object', properties: { by: { type: 'string', enum: ['open_id', 'chat_id', 'thread_id'] } } } as const;
		expect(idOf({ ...one, request: { query: kinds }, ids: { 'body.to': 'user_id:by' } }, 'body.to')).toEqual({
			of: 'person, chat or thread',
			by: 'by',
		});
	});

	it.each<[Record<string, unknown>, string, string]>([
		[{ 'path.chat_id': 'ou_1' }, "The field 'chat_id' holds no chat_id: ou_1", ''],
		[
			{ 'body.members': [{ id: 'ou_1' }, { id: 'on_1' }] },
			"The field 'members[1].id' holds no open_id: on_1",
			'choose union_id in user_id_type',
		],
		[
			{ 'query.user_id_type': 'user_id', 'body.members': [{ id: 'ou_1' }] },
			"The field 'members[0].id' holds no user_id: ou_1",
			'choose open_id in user_id_type',
		],
		[{ 'path.table_id': '客户 Customers' }, "The field 'table_id' holds no table_id: 客户 Customers", 'Paste the address'],
		[
			{ 'path.app_token': 'https://a.feishu.cn/wiki/wikcn1' },
			"The field 'app_token' holds an address without the ID of a base",
			'get_node',
		],
	])('of another kind are refused: %j', (values, message, advice) => {
		const error = caught(() => call(values));
		expect(error.message).toContain(message);
		expect(error.advice ?? '').toContain(advice);
	});

	it('of the chosen kind pass, as do those without a form', () => {
		expect(() => call({ 'query.user_id_type': 'union_id', 'body.members': [{ id: 'on_1' }] })).not.toThrow();
		expect(() => call({ 'body.members': [{ id: '7f3a' }] })).not.toThrow();
	});

	it.each([
		['app_token', 'https://a.feishu.cn/base/bascn1?table=tbl2&view=vew3', 'bascn1'],
		['table_id', 'https://a.feishu.cn/base/bascn1?table=tbl2&view=vew3', 'tbl2'],
		['chat_id', 'https://applink.feishu.cn/client/chat/open?openChatId=oc_2', 'oc_2'],
	])('stand in addresses of the browser: %s', (name, address, id) => {
		expect(call({ [`path.${name}`]: address }).path[name]).toBe(id);
	});
});

function caught(run: () => unknown): InputError {
	try {
		run();
	} catch (error) {
		if (isInputError(error)) return error;
		throw error;
	}
	throw new Error('Nothing was refused');
}

describe('names that the catalog lacks', () => {
	const time: ParameterSchema = { type: 'object', properties: { time_zone: {}, date: {} } };
	const one = endpoint(
		{
			start_time: time,
			people: { type: 'array', items: { type: 'object', properties: { user_id: {}, role: {} } } },
			free: { type: 'object' },
		},
		{},
	);
	const call = (values: Record<string, unknown>, anyName = false) => endpointRequest(one, values, { ...given, anyName });

	it.each([
		['body.start_time', { timeZone: 'x' }, "The endpoint has no 'start_time.timeZone'; it has 'start_time.time_zone'"],
		['body.start_time', { dates: 'x' }, "The endpoint has no 'start_time.dates'; it has 'start_time.date'"],
		['body.people', [{ role: 'a' }, { userid: 'x' }], "The endpoint has no 'people[1].userid'; it has 'people[1].user_id'"],
		['body.startTime', '{}', "The endpoint has no 'startTime'; it has 'start_time'"],
	])('are refused where they are nearly known ones: %s %j', (id, value, message) => {
		expect(() => call({ [id]: value })).toThrow(message);
		const { body, hints } = call({ [id]: value }, true);
		const sent = typeof value === 'string' ? {} : value;
		expect([body, hints]).toEqual([{ [id.slice('body.'.length)]: sent }, []]);
	});

	it('are sent and told where they are like none, or the known one is given too', () => {
		const { body, hints } = call({
			'body.start_time': { dates: 1, date: 2 },
			'body.people': [{ colour: 'red' }],
			'body.extra': '{"a": 1}',
			'body.free': { anything: 1 },
		});
		expect(body).toEqual({
			start_time: { dates: 1, date: 2 },
			people: [{ colour: 'red' }],
			free: { anything: 1 },
			extra: { a: 1 },
		});
		expect(hints).toEqual(
			['start_time.dates', 'people[0].colour', 'extra'].map(
				(path) => `The catalog does not know '${path}'. It was sent; the platform leaves out what it does not know.`,
			),
		);
	});

	it('are refused where they have no place', () => {
		expect(() => call({ start_time: '{}' })).toThrow("The endpoint has no parameter 'start_time'");
		expect(() => call({ 'header.x': 'y' })).toThrow("The endpoint has no parameter 'header.x'");
		const list = endpoint({}, { request: { body: { type: 'array', items: {} } } });
		expect(() => endpointRequest(list, { 'body.c': 1 }, given)).toThrow("The endpoint has no parameter 'body.c'");
		let advice: string | undefined;
		try {
			call({ people: '[]' });
		} catch (error) {
			advice = isInputError(error) ? error.advice : undefined;
		}
		expect(advice).toMatch(/^Did you mean 'body.people'\? It takes: /);
	});

	it('are nothing to tell where nobody knows what the endpoint takes', () => {
		expect(endpointRequest({ ...one, undocumented: true }, { 'body.extra': 1 }, given).hints).toEqual([]);
	});
});

describe('what does not count beside another', () => {
	const one = endpoint({}, { request: { body: { properties: { ids: {}, name: {}, inner: { type: 'object', properties: { a: {}, b: {} }, prevails: [['a', 'b']] } }, prevails: [['ids', 'name']] } } });
	const hints = (values: Record<string, unknown>) => endpointRequest(one, values, given).hints;

	it('is sent and told', () => {
		expect(hints({ 'body.ids': '[1]', 'body.name': 'x', 'body.inner': { a: 1, b: 2 } })).toEqual([
			"The platform leaves out 'name', because 'ids' is given too.",
			"The platform leaves out 'inner.b', because 'a' is given too.",
		]);
	});

	it('counts where the other is empty', () => {
		expect(hints({ 'body.ids': '[]', 'body.name': 'x', 'body.inner': { b: 2 } })).toEqual([]);
	});
});
