/** The official plugin reads events that the node wrote, and writes events that it reads, both as one person. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, only, usePlatform } from '../../support/engine';
import { EVERYONE, personToken } from '../../support/engine/everyone';
import { CALENDAR_TOOLS, hushPlugin, pluginConfig, pluginTools } from '../../support/conformance/plugin';

const platform = usePlatform();
beforeEach(hushPlugin);

const TIMES = { start: '2026-03-02T09:00:00+08:00', end: '2026-03-02T10:00:00+08:00' };

async function give(operation: string, parameters: INodeParameters): Promise<IDataObject> {
	const credential = await EVERYONE.person?.make(platform, { region: 'custom', baseUrl: platform.simulator.url });
	const given = { resource: 'calendarEvent', operation, ...parameters };
	const { items, error } = await platform.run({ node: 'feishuCalendar', parameters: given, credential });
	if (error) throw error;
	return only(items).json;
}

async function call(action: string, params: object): Promise<IDataObject> {
	const who = { openId: platform.user.open_id, token: await personToken(platform) };
	const tool = pluginTools(pluginConfig(platform.simulator), who, CALENDAR_TOOLS).get('feishu_calendar_event');
	const { details, content } = (await tool?.execute('call', { action, ...params })) ?? {};
	const answer = (details ?? JSON.parse(content?.[0]?.text ?? '{}')) as { event: IDataObject };
	return answer.event;
}

test('it reads what the node wrote', async () => {
	const repeat = { repeats: 'rule', repeatRule: 'FREQ=DAILY;UNTIL=20260304T155959Z' };
	const { event_id } = await give('create', { eventTitle: 'By the node', ...TIMES, ...repeat });
	const read = await call('get', { event_id });
	expect(read).toMatchObject({ event_id, summary: 'By the node' });
	expect(JSON.stringify(read)).toContain('FREQ=DAILY');
});

test('it writes what the node reads', async () => {
	const { start: start_time, end: end_time } = TIMES;
	const { event_id } = await call('create', {
		...{ start_time, end_time, summary: 'By the plugin' },
		...{ user_open_id: platform.user.open_id, recurrence: 'FREQ=DAILY;COUNT=3' },
	});
	const read = await give('get', { event: byId(String(event_id)) });
	expect(read).toMatchObject({ event_id, summary: 'By the plugin', all_day: false });
	expect(new Date(String(read.start)).toISOString()).toBe('2026-03-02T01:00:00.000Z');
	expect(JSON.stringify(read)).toContain('FREQ=DAILY');
});
