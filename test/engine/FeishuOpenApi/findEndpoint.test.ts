/** Feishu Open API → Endpoint: Find: what an agent learns, and that it can call with it. */
import Ajv from 'ajv';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { FeishuOpenApi } from '../../../nodes/FeishuOpenApi/FeishuOpenApi.node';
import { usePlatform } from '../../support/engine';
import { callerOf } from '../../support/engine/caller';
import { strict } from '../../support/nodes/schema';

const platform = usePlatform();
const { out } = callerOf(platform);

const find = async (parameters: INodeParameters) =>
	await platform.run({ node: 'feishuOpenApi', parameters: { resource: 'endpoint', operation: 'find', ...parameters } });

test('gives the best matches, each with what it takes, and makes no call', async () => {
	const { items, error } = await find({ searchFor: 'send message to user', matches: 3 });
	expect(error).toBeUndefined();
	expect(items).toHaveLength(3);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }, { item: 0 }]);
	expect(items[0]?.json).toMatchObject({
		endpoint: 'POST /open-apis/im/v1/messages',
		name_zh: '发送消息',
		domain: 'im',
		tokens: expect.arrayContaining(['tenant']),
		scopes: expect.arrayContaining(['im:message:send_as_bot']),
		historical: false,
		high_risk: false,
		undocumented: false,
		documentation: expect.stringMatching(/^https:/),
	});
	const { parameters } = items[0]?.json as { parameters: IDataObject[] };
	expect(parameters).toEqual(
		expect.arrayContaining([
			expect.objectContaining({
				name: 'query.receive_id_type',
				type: 'string',
				required: true,
				options: expect.arrayContaining(['chat_id']),
			}),
			expect.objectContaining({ name: 'body.receive_id', required: true }),
		]),
	);
	expect(platform.simulator.requests).toEqual([]);
});

test('says what lists and objects hold, and leaves out what is filled in for it', async () => {
	const { items } = await find({ searchFor: 'POST bitable/v1/apps/:app_token/tables/:table_id/records', matches: 1 });
	const { parameters } = items[0]?.json as { parameters: IDataObject[] };
	const names = parameters.map(({ name }) => name);
	expect(names).toEqual(expect.arrayContaining(['path.app_token', 'path.table_id', 'body.fields']));
	expect(names).not.toContain('query.client_token');
	const [event] = (await find({ searchFor: 'create calendar event', matches: 1 })).items;
	const taken = (event?.json.parameters as IDataObject[]).find(({ name }) => name === 'body.start_time');
	expect(taken).toMatchObject({ type: 'object', holds: { properties: { timestamp: {} } } });
});

test('fits its schema, for whatever is found', async () => {
	const { schema } = FeishuOpenApi.operations.find(({ operation }) => operation === 'find') ?? {};
	const fits = new Ajv().compile(strict(schema ?? {}));
	for (const searchFor of ['发送消息', 'user', 'upload file', 'docx', 'sheets v2'])
		for (const { json } of (await find({ searchFor, matches: 20 })).items)
			expect(fits(json) ? [] : [json, fits.errors]).toEqual([]);
});

test('what it gives can be given to Call', async () => {
	const { items } = await find({ searchFor: '给群发消息', matches: 1 });
	const values = {
		'query.receive_id_type': 'chat_id',
		'body.receive_id': platform.chat.chat_id,
		'body.msg_type': 'text',
		'body.content': '{"text":"Found"}',
	};
	const options = { moreParameters: JSON.stringify(values) };
	const [sent] = await out(String(items[0]?.json.endpoint), {}, { parameters: { options } });
	expect(platform.message(sent?.json.message_id).content).toBe('{"text":"Found"}');
});

test.each([
	[{ searchFor: ' ' }, "The field 'Search For' is empty"],
	[{ searchFor: '龘龘' }, "The field 'Search For' fits no endpoint"],
	[{ searchFor: 'user', matches: 0 }, "The field 'Matches' must be a number from 1 to 50"],
])('refuses %j', async (parameters, message) => {
	const { items, error } = await find(parameters);
	expect(items).toEqual([]);
	expect(error?.message).toContain(message);
	expect(platform.simulator.requests).toEqual([]);
});

test('tells whose ID a parameter takes, what excludes it, and what is undocumented', async () => {
	const parametersOf = async (searchFor: string) => {
		const [item] = (await find({ searchFor, matches: 1 })).items;
		return (name: string) => (item?.json.parameters as IDataObject[]).find((one) => one.name === name);
	};
	const user = await parametersOf('GET contact/v3/users/:user_id');
	expect(user('path.user_id')).toMatchObject({ id_of: 'person', id_kind_by: 'user_id_type' });
	expect(user('query.user_id_type')).not.toHaveProperty('id_of');
	const section = await parametersOf('POST task/v2/sections');
	expect(section('body.insert_before')).toMatchObject({ excludes: ['insert_after'] });
	const base = await parametersOf('POST bitable/v1/apps');
	expect(base('body.name')).not.toHaveProperty('undocumented');
	expect((await find({ searchFor: 'POST bitable/v1/apps', matches: 1 })).items[0]?.json.parameters).toEqual(
		expect.arrayContaining([expect.objectContaining({ undocumented: true })]),
	);
	const [rooms] = (await find({ searchFor: 'POST calendar/v4/freebusy/room_find', matches: 1 })).items;
	expect(rooms?.json.undocumented).toBe(true);
});
