/** The official plugin reads tasks that the node wrote, and writes tasks that it reads, both as one person. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, only, usePlatform } from '../../support/engine';
import { EVERYONE, personToken } from '../../support/engine/everyone';
import { hushPlugin, pluginConfig, pluginTools, TASK_TOOLS } from '../../support/conformance/plugin';

const platform = usePlatform();
beforeEach(hushPlugin);

const DUE = '2026-02-25T18:00:00+08:00';

async function give(operation: string, parameters: INodeParameters): Promise<IDataObject> {
	const credential = await EVERYONE.person?.make(platform, { region: 'custom', baseUrl: platform.simulator.url });
	const given = { resource: 'task', operation, ...parameters };
	const { items, error } = await platform.run({ node: 'feishuTask', parameters: given, credential });
	if (error) throw error;
	return only(items).json;
}

async function call(action: string, params: object): Promise<IDataObject> {
	const who = { openId: platform.user.open_id, token: await personToken(platform) };
	const tool = pluginTools(pluginConfig(platform.simulator), who, TASK_TOOLS).get('feishu_task_task');
	const { details, content } = (await tool?.execute('call', { action, ...params })) ?? {};
	const answer = (details ?? JSON.parse(content?.[0]?.text ?? '{}')) as { task: IDataObject };
	return answer.task;
}

test('it reads what the node wrote', async () => {
	const list = platform.user.open_id;
	const { guid } = await give('create', { summary: 'By the node', due: DUE, assignees: { several: [{ list }] } });
	expect(await call('get', { task_guid: guid })).toMatchObject({
		summary: 'By the node',
		due: { timestamp: String(Date.parse(DUE)), is_all_day: false },
		members: [{ id: list, role: 'assignee' }],
	});
});

test('it writes what the node reads', async () => {
	const members = [{ id: platform.user.open_id, role: 'assignee' }];
	const { guid } = await call('create', { summary: 'By the plugin', due: { timestamp: DUE }, members });
	expect(await give('get', { task: byId(String(guid)) })).toMatchObject({
		summary: 'By the plugin',
		status: 'todo',
		due: new Date(DUE).toISOString(),
	});
});
