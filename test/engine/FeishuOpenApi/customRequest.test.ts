/** Feishu Open API → Custom Request: what goes out. */
import { FeishuOpenApi } from '../../../nodes/FeishuOpenApi/FeishuOpenApi.node';

import { keepBinaries, keepSecret, only, report, usePlatform } from '../../support/engine';
import { answer, requesterOf, rows } from '../../support/engine/requester';

const platform = usePlatform();
const { run, out, accept } = requesterOf(platform);

test('the node has the operation that is tested here', () => {
	expect(FeishuOpenApi.operations.map(({ resource, operation }) => `${resource}: ${operation}`)).toEqual(
		expect.arrayContaining(['customRequest: send']),
	);
});

describe('path', () => {
	test.each([
		['as the documentation shows it', '/open-apis/im/v1/chats/:chat_id'],
		['without its first slash', 'open-apis/im/v1/chats/:chat_id'],
		['without what all begin with', 'im/v1/chats/:chat_id'],
		['without what all begin with, from a slash on', '/im/v1/chats/:chat_id'],
		['with its method', 'GET /open-apis/im/v1/chats/:chat_id'],
	])('%s', async (_, path) => {
		const [item] = await out({ path, pathParameters: rows(['chat_id', platform.chat.chat_id]) });
		expect(item).toMatchObject({ json: { name: platform.chat.name }, pairedItem: { item: 0 } });
	});

	test("as a whole address of the credential's host", async () => {
		const [item] = await out({
			path: `${platform.simulator.url}/open-apis/im/v1/chats/${platform.chat.chat_id}?user_id_type=union_id`,
		});
		expect(item?.json.name).toBe(platform.chat.name);
		expect(only(platform.calls).query).toBe('user_id_type=union_id');
	});

	test('parameters are encoded, each one segment', async () => {
		accept();
		await out({ path: '/open-apis/demo/:a/of/:b', pathParameters: rows([':a', 'x/../y z'], ['b', '报告?&#%']) });
		expect(only(platform.calls).path).toBe(
			`/open-apis/demo/${encodeURIComponent('x/../y z')}/of/${encodeURIComponent('报告?&#%')}`,
		);
	});

	test('a colon inside a segment is no parameter: ranges of sheets stand as they are', async () => {
		accept();
		await out({ path: '/open-apis/demo/values/0b12!A1:B2' });
		expect(only(platform.calls).path).toBe('/open-apis/demo/values/0b12!A1:B2');
	});

	test.each([
		[
			'another method than Method',
			{ path: 'post im/v1/chats' },
			"The field 'Path' names the method POST, and 'Method' is GET",
		],
		['another host', { path: 'https://open.example.com/open-apis/im/v1/chats' }, "The field 'Path' names another host"],
		['another host without a scheme', { path: '//open.example.com/open-apis' }, "The field 'Path' names another host"],
		["a host that begins like the credential's", { path: '={{ $json.url }}' }, "The field 'Path' names another host"],
		['another host of the platform', { path: 'https://www.feishu.cn/approval/openapi/v2/x' }, 'names another host'],
		['another scheme', { path: 'file:///etc/passwd' }, "The field 'Path' names another host"],
		['nothing', { path: '={{ "" }}' }, "The field 'Path' is empty"],
		['a missing parameter', { path: '/open-apis/im/v1/chats/:chat_id' }, "The path needs a value for ':chat_id'"],
		[
			'a parameter that goes up',
			{ path: '/open-apis/im/v1/chats/:chat_id', pathParameters: rows(['chat_id', '..']) },
			"The path parameter 'chat_id' may not be '..'",
		],
		[
			'JSON that is none',
			{ method: 'POST', path: '/open-apis/x', bodyType: 'json', bodyJson: '={{ "{oops" }}' },
			"The field 'JSON' is not valid JSON",
		],
		[
			'JSON that is a number',
			{ method: 'POST', path: '/open-apis/x', bodyType: 'json', bodyJson: '={{ "5" }}' },
			"The field 'JSON' must be a JSON object or list",
		],
		[
			'a form without fields',
			{ method: 'POST', path: '/open-apis/x', bodyType: 'form' },
			"The field 'Form Fields' is empty",
		],
		[
			'a form field without a name',
			{
				method: 'POST',
				path: '/open-apis/x',
				bodyType: 'form',
				formFields: { field: [{ name: '', kind: 'text', value: 'x' }] },
			},
			"The field 'Form Field 1 → Name' is empty",
		],
		[
			'a file that is not there',
			{
				method: 'POST',
				path: '/open-apis/x',
				bodyType: 'form',
				formFields: { field: [{ name: 'file', kind: 'file', binaryPropertyName: 'nothing' }] },
			},
			"The item has no file in 'nothing'",
		],
		[
			'a limit of 0',
			{ path: '/open-apis/im/v1/chats', response: 'records', limit: 0 },
			"The field 'Limit' must be a number of 1 or more",
		],
		[
			'no name for the file',
			{ path: '/open-apis/im/v1/files/x', response: 'file', outputField: '={{ "" }}' },
			"The field 'Put Output File in Field' is empty",
		],
	])('%s is refused before any call', async (_, parameters, message) => {
		const { error } = await run(parameters, {
			items: [{ json: { url: `${platform.simulator.url}1/open-apis/x` } }],
		});
		expect(error?.message).toContain(message);
		expect(error?.context).toMatchObject({ itemIndex: 0 });
		expect(platform.simulator.requests).toEqual([]);
	});
});

describe('request', () => {
	test('query keys repeat, from the path and from the rows', async () => {
		const [a, b] = platform.users;
		const [item] = await out({
			path: '/open-apis/contact/v3/users/batch?user_id_type=union_id',
			query: rows(['user_ids', a?.union_id ?? ''], ['user_ids', b?.union_id ?? '']),
		});
		expect((item?.json.items as Array<{ open_id: string }>).map(({ open_id }) => open_id)).toEqual([
			a?.open_id,
			b?.open_id,
		]);
		expect(new URLSearchParams(only(platform.calls).query).getAll('user_ids')).toHaveLength(2);
	});

	test.each([
		['an object', { emails: ['a@example.com'], note: '报告 "x"' }],
		['an empty object', {}],
		['a list', [1, { a: 2 }]],
	])('JSON body: %s', async (_, value) => {
		accept();
		await out({ method: 'POST', path: '/open-apis/demo/x', bodyType: 'json', bodyJson: JSON.stringify(value) });
		const call = only(platform.calls);
		expect(JSON.parse(call.bodyText ?? '')).toEqual(value);
		expect(call.headers['content-type']).toContain('application/json');
	});

	test('JSON body from an expression that gives an object', async () => {
		const email = platform.user.email;
		const [item] = await out(
			{
				method: 'POST',
				path: '/open-apis/contact/v3/users/batch_get_id',
				bodyType: 'json',
				bodyJson: '={{ { emails: [$json.email] } }}',
			},
			{ items: [{ json: { email } }] },
		);
		expect(item?.json.user_list).toMatchObject([{ email, user_id: platform.user.open_id }]);
	});

	test.each(['DELETE', 'PATCH', 'PUT', 'POST', 'GET'])('%s goes out as such', async (method) => {
		accept();
		await out({ method, path: '/open-apis/demo/x' });
		expect(only(platform.calls).method).toBe(method);
	});

	test.each(['memory', 'stored'] as const)('multipart with a file and words, binary data in %s', async (where) => {
		await keepBinaries(where);
		const formFields = {
			field: [
				{ name: 'file_type', kind: 'text', value: 'pdf' },
				{ name: 'file_name', kind: 'text', value: '报告.pdf' },
				{ name: 'file', kind: 'file', binaryPropertyName: 'attachment' },
			],
		};
		const [item] = await out(
			{ method: 'POST', path: '/open-apis/im/v1/files', bodyType: 'form', formFields },
			{ items: [{ files: { attachment: report } }] },
		);
		const stored = platform.store.files.get(String(item?.json.file_key));
		expect(stored).toMatchObject({ type: 'pdf', name: '报告.pdf' });
		expect(stored?.bytes.equals(report.bytes)).toBe(true);
		await keepBinaries('memory');
	});

	test('no header replaces the token', async () => {
		accept();
		const headers = rows(['X-Mine', 'yes'], ['authorization', 'Bearer t-mine']);
		const { error } = await run({ path: '/open-apis/demo/x', options: { headers } });
		expect(error?.message).toBe("The header 'authorization' can't be set");
		expect(platform.calls).toEqual([]);
	});

	test('headers are sent besides the own ones', async () => {
		accept();
		await out({ path: '/open-apis/demo/x', options: { headers: rows(['X-Mine', 'yes']) } });
		const { headers } = only(platform.calls);
		expect(headers['x-mine']).toBe('yes');
		expect(headers.authorization).toMatch(/^Bearer t-\w{20,}$/);
	});

	test.each([
		['tenant', 't-fakeTenant0000000000'],
		['app', 'a-fakeApp000000000000'],
	])('identity %s', async (identity, token) => {
		keepSecret('t-fakeTenant0000000000', 'a-fakeApp000000000000');
		platform.simulator.faults.add({
			path: '/open-apis/auth/*',
			action: answer({
				code: 0,
				tenant_access_token: 't-fakeTenant0000000000',
				app_access_token: 'a-fakeApp000000000000',
				expire: 7200,
			}),
		});
		accept();
		const credential = platform.newCredential();
		for (let round = 0; round < 2; round += 1)
			await out({ path: '/open-apis/demo/x', options: { identity } }, { credential });
		expect(platform.calls.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${token}`, `Bearer ${token}`]);
		expect(platform.tokenRequests).toHaveLength(1);
		expect(platform.credentials.stored(credential.id)).not.toHaveProperty('useAppToken');
	});
});
