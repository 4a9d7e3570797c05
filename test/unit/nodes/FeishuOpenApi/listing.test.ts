import { allEndpoints } from '../../../../feishu/catalog';
import { limitFields, LISTING } from '../../../../nodes/FeishuOpenApi/resources/endpoint/fields';

/** How the names of endpoints begin that read. */
const READING = /^(batch |email address )?(get|query|search|list|find|obtain|fetch|acqui|access|execute oql)/i;

const shown = (id: string) => new RegExp(LISTING).test(id);

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

it.each(['={{ $json.endpoint }}', '/open-apis/im/v1/chats', 'list chats', ''])(
	'shows them for %j, which may be a list',
	(id) => expect(shown(id)).toBe(true),
);

it('is what the panel goes by', () => {
	for (const { displayOptions } of limitFields.properties)
		expect(displayOptions?.show?.endpoint).toEqual([{ _cnd: { regex: LISTING } }]);
});
