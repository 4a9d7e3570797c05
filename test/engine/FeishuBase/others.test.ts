/** Programs by the platform's own hands read what the node writes, and write what it reads. */
import { randomUUID } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import type { RecordedRequest } from '../../../simulator';
import { list, only, usePlatform } from '../../support/engine';
import { byExpression, everyType, type EveryType } from '../../support/engine/everyType';
import { personToken } from '../../support/engine/everyone';
import { BASE_TOOLS, hushPlugin, pluginConfig, pluginTools, type PluginTool } from '../../support/conformance/plugin';
import { sdkClient } from '../../support/conformance/harness';

const platform = usePlatform();
let every: EveryType;
beforeEach(() => (every = everyType(platform)));

const path = () => ({ app_token: every.base.app_token, table_id: every.table.table_id });

async function give(operation: string, parameters: object): Promise<IDataObject> {
	const given = { resource: 'record', operation, ...every.where, ...parameters };
	const { error, items } = await platform.run({ parameters: given });
	if (error) throw error;
	return only(items.map(({ json }) => json));
}

const bodyOf = ({ bodyText = '{}' }: RecordedRequest) => JSON.parse(bodyText) as { records: Array<{ fields: never }> };

/** What the node has sent to make records. */
const sent = (): RecordedRequest => only(platform.calls.filter((call) => call.path.endsWith('/batch_create')));

const created = async () => String((await give('create', byExpression(JSON.stringify(every.given)))).record_id);

describe('the official SDK', () => {
	test('reads each type of cell that the node wrote, as the node itself reads it', async () => {
		const record_id = await created();
		const client = sdkClient(platform.simulator);
		const { data } = await client.bitable.v1.appTableRecord.search({ path: path(), data: {} });
		const { fields } = await give('get', { record: list(record_id), simple: false });
		expect(only(data?.items ?? [])).toMatchObject({ record_id, fields });
	});

	test('sends each type of cell as the node does, and the node reads it', async () => {
		await created();
		const mine = sent();
		const query = Object.fromEntries(new URLSearchParams(mine.query));
		const { data } = await sdkClient(platform.simulator).bitable.v1.appTableRecord.batchCreate({
			path: path(),
			params: { user_id_type: 'open_id', client_token: randomUUID() },
			data: bodyOf(mine),
		});
		const theirs = only(platform.calls.slice(-1));
		expect([theirs.method, theirs.path, bodyOf(theirs)]).toEqual([mine.method, mine.path, bodyOf(mine)]);
		expect([...new URLSearchParams(theirs.query).keys()].sort()).toEqual(Object.keys(query).sort());
		const record_id = String(only(data?.records ?? []).record_id);
		expect(await give('get', { record: list(record_id) })).toMatchObject({ record_id, ...every.plain });
	});
});

describe('the official plugin', () => {
	beforeEach(hushPlugin);

	async function tools(): Promise<Map<string, PluginTool>> {
		const { open_id: openId } = platform.user;
		every.base.members.push({ member_type: 'openid', member_id: openId, perm: 'full_access' });
		const token = await personToken(platform);
		return pluginTools(pluginConfig(platform.simulator), { openId, token }, BASE_TOOLS);
	}

	async function call(action: string, params: object): Promise<Record<string, unknown>> {
		const tool = (await tools()).get('feishu_bitable_app_table_record');
		const { details, content } = (await tool?.execute('call', { action, ...path(), ...params })) ?? {};
		return (details ?? JSON.parse(content?.[0]?.text ?? '{}')) as Record<string, unknown>;
	}

	test('reads what the node wrote', async () => {
		const record_id = await created();
		const { fields } = await give('get', { record: list(record_id), simple: false });
		const { records } = await call('list', { page_size: 10 });
		expect(only(records as unknown[])).toMatchObject({ record_id, fields });
	});

	test('writes what the node reads', async () => {
		await created();
		const [row] = bodyOf(sent()).records;
		const { record } = await call('create', { fields: row?.fields });
		const { record_id } = record as { record_id: string };
		expect(await give('get', { record: list(record_id) })).toMatchObject({ record_id, ...every.plain });
	});
});
