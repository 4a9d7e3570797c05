import { NodeHelpers } from 'n8n-workflow';

import { allEndpoints } from '../../../../feishu/catalog';
import { limitFields } from '../../../../nodes/FeishuOpenApi/resources/endpoint/fields';

/** How the names of endpoints begin that read. */
const READING = /^(batch |email address )?(get|query|search|list|find|obtain|fetch|acqui|access|execute oql)/i;

/** Whether n8n shows the fields on the panel. */
function shown(value: string): boolean {
	const values = { endpoint: { __rl: true as const, mode: 'id', value } };
	return limitFields.properties
		.slice(0, 1)
		.every((property) => NodeHelpers.displayParameter(values, property, null, null));
}

it('shows Return All and Limit for every endpoint that has pages', async () => {
	const paged = (await allEndpoints()).filter(({ paging }) => paging !== undefined);
	expect(paged.length).toBeGreaterThan(300);
	expect(paged.filter(({ id }) => !shown(id)).map(({ id }) => id)).toEqual([]);
});

it('shows them for no POST that makes or changes something', async () => {
	const posts = (await allEndpoints()).filter(({ method, paging }) => method === 'POST' && !paging);
	const wrong = posts.filter(({ id, name }) => shown(id) && !READING.test(name.en));
	expect(wrong.map(({ id, name }) => `${id} ${name.en}`)).toEqual([]);
});

it.each([
	'POST /open-apis/im/v1/messages',
	'POST /open-apis/bitable/v1/apps/:app_token/tables/:table_id/records/batch_create',
	'POST /open-apis/task/v2/tasklists',
	'POST /open-apis/search/v2/data_sources',
	'POST /open-apis/im/v1/chats/:chat_id/menu_tree',
	'POST /open-apis/calendar/v4/calendars/:calendar_id/events',
	'PATCH /open-apis/task/v2/tasks/:task_guid',
	'DELETE /open-apis/im/v1/messages/:message_id',
	'PUT /open-apis/im/v1/chats/:chat_id',
])('does not show them for %s', (id) => expect(shown(id)).toBe(false));

it.each([
	'={{ $json.endpoint }}',
	'/open-apis/im/v1/chats',
	'im/v1/chats',
	'list chats',
	'List records',
	'列出记录',
	'',
])('shows them for %j, which may be a list', (id) => expect(shown(id)).toBe(true));
