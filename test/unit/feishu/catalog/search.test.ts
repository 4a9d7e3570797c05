import synonyms from '../../../../catalog/synonyms.json';
import { allEndpoints, loadIndex, resolveEndpoint, searchEndpoints } from '../../../../feishu/catalog';

const SEND = 'POST /open-apis/im/v1/messages';
const RECORDS = '/open-apis/bitable/v1/apps/:app_token/tables/:table_id/records';
const EVENTS = '/open-apis/calendar/v4/calendars/:calendar_id/events';

/** What people type, and what they look for. */
const QUERIES: ReadonlyArray<readonly [query: string, id: string]> = [
	['发送消息', SEND],
	['创建日历', 'POST /open-apis/calendar/v4/calendars'],
	['send message', SEND],
	['im/v1/messages', SEND],
	['message send', SEND],
	['发消息', SEND],
	['Send a message', SEND],
	['POST im/v1/messages', SEND],
	['/open-apis/im/v1/messages', SEND],
	['GET im/v1/messages', 'GET /open-apis/im/v1/messages'],
	['撤回消息', 'DELETE /open-apis/im/v1/messages/:message_id'],
	['recall message', 'DELETE /open-apis/im/v1/messages/:message_id'],
	['回复消息', 'POST /open-apis/im/v1/messages/:message_id/reply'],
	['im/v1/messages/{message_id}/reply', 'POST /open-apis/im/v1/messages/:message_id/reply'],
	['创建群', 'POST /open-apis/im/v1/chats'],
	['建群', 'POST /open-apis/im/v1/chats'],
	['create group', 'POST /open-apis/im/v1/chats'],
	['上传图片', 'POST /open-apis/im/v1/images'],
	['upload image', 'POST /open-apis/im/v1/images'],
	// That of contact/v3 is historical.
	['获取用户列表', 'GET /open-apis/acs/v1/users'],
	['contact/v3/users', 'POST /open-apis/contact/v3/users'],
	['获取部门信息列表', 'GET /open-apis/contact/v3/departments'],
	['创建部门', 'POST /open-apis/contact/v3/departments'],
	['新增记录', `POST ${RECORDS}`],
	['多维表格 新增记录', `POST ${RECORDS}`],
	['多维表格新增记录', `POST ${RECORDS}`],
	['bitable create record', `POST ${RECORDS}`],
	['records search', `POST ${RECORDS}/search`],
	['list records', `GET ${RECORDS}`],
	['创建日程', `POST ${EVENTS}`],
	['create calendar event', `POST ${EVENTS}`],
	['calendar event create', `POST ${EVENTS}`],
	['创建任务', 'POST /open-apis/task/v2/tasks'],
	['create task', 'POST /open-apis/task/v2/tasks'],
	['创建审批实例', 'POST /open-apis/approval/v4/instances'],
	['知识库列表', 'GET /open-apis/wiki/v2/spaces'],
	['获取知识空间列表', 'GET /open-apis/wiki/v2/spaces'],
	['创建文档', 'POST /open-apis/docx/v1/documents'],
	['docx create', 'POST /open-apis/docx/v1/documents'],
	['创建电子表格', 'POST /open-apis/sheets/v3/spreadsheets'],
	['读取单个范围', 'GET /open-apis/sheets/v2/spreadsheets/:spreadsheetToken/values/:range'],
	['创建会议室', 'POST /open-apis/vc/v1/rooms'],
	['新建文件夹', 'POST /open-apis/drive/v1/files/create_folder'],
	['同意审批任务', 'POST /open-apis/approval/v4/tasks/approve'],
	['搜索员工信息', 'POST /open-apis/corehr/v2/employees/search'],
];

describe('search', () => {
	it.each(QUERIES)('%s finds %s first', async (query, id) => {
		const [first] = await searchEndpoints(query);
		expect(first?.id).toBe(id);
	});

	it('finds every endpoint by its own id, alone with what stands below it', async () => {
		const { entries } = await loadIndex();
		const sample = entries.filter((_, index) => index % 23 === 0);
		const firsts = await Promise.all(sample.map(async ({ id }) => (await searchEndpoints(id))[0]?.id));
		expect(firsts).toEqual(sample.map(({ id }) => id));
	});

	it('without a query gives all, those of the most used domain first, older versions after newer ones', async () => {
		const all = await searchEndpoints('');
		expect(all).toHaveLength(1848);
		expect(all.slice(0, 40).every(({ domain }) => domain === 'im')).toBe(true);
		const tasks = (await searchEndpoints('create task')).map(({ id }) => id);
		expect(tasks.indexOf('POST /open-apis/task/v1/tasks')).toBeGreaterThan(0);
	});

	it.each(['zzzz', 'im/v9/nothing', '龘龘'])('finds nothing for %s', async (query) => {
		expect(await searchEndpoints(query)).toEqual([]);
	});
});

describe('resolve', () => {
	it('knows every id, and each one’s path where no other method shares it', async () => {
		const endpoints = (await allEndpoints()).filter((_, index) => index % 31 === 0);
		const found = await Promise.all(endpoints.map(async ({ id }) => (await resolveEndpoint(id, 'Endpoint')).id));
		expect(found).toEqual(endpoints.map(({ id }) => id));
	});

	it.each([
		['post /open-apis/im/v1/messages', SEND],
		['POST im/v1/messages', SEND],
		['im/v1/messages/merge_forward', 'POST /open-apis/im/v1/messages/merge_forward'],
		[
			'https://open.feishu.cn/open-apis/im/v1/messages/merge_forward?x=1',
			'POST /open-apis/im/v1/messages/merge_forward',
		],
		['DELETE /im/v1/messages/{id}', 'DELETE /open-apis/im/v1/messages/:message_id'],
		['https://open.larksuite.com/document/server-docs/im-v1/message/create?lang=en-US', SEND],
		['im.v1.message.create', SEND],
		['创建电子表格', 'POST /open-apis/sheets/v3/spreadsheets'],
		['Create a spreadsheet', 'POST /open-apis/sheets/v3/spreadsheets'],
	])('%s is %s', async (text, id) => {
		expect((await resolveEndpoint(text, 'Endpoint')).id).toBe(id);
	});

	it.each([
		[
			'im/v1/messages',
			"The field 'Endpoint' names several endpoints: im/v1/messages",
			'GET /open-apis/im/v1/messages (Get chat history)',
		],
		['POST /open-apis/im/v1/mesage', "The catalog has no endpoint 'POST /open-apis/im/v1/mesage'", 'The closest are: '],
		[
			'POST im/v1/mesages',
			"The catalog has no endpoint 'POST im/v1/mesages'",
			'The closest are: GET /open-apis/im/v1/messages (Get chat history); POST /open-apis/im/v1/messages (Send message)',
		],
		['im/v2/messages', "The catalog has no endpoint 'im/v2/messages'", 'POST /open-apis/im/v1/messages (Send message)'],
		['send messge', "The catalog has no endpoint 'send messge'", 'The closest are: '],
		['?!', "The catalog has no endpoint '?!'", 'Custom Request'],
	])('%s is refused with advice', async (text, message, advice) => {
		const error = await resolveEndpoint(text, 'Endpoint').catch((caught: unknown) => caught);
		expect(error).toMatchObject({ name: 'InputError', field: 'Endpoint', message });
		expect((error as { advice: string }).advice).toContain(advice);
	});
});

describe('words that say the same', () => {
	it('are told apart by the first of each group', () => {
		const firsts = synonyms.map(([first]) => first);
		expect(firsts.filter((first, index) => firsts.indexOf(first) !== index)).toEqual([]);
	});

	it.each(['请假', '休假', 'vacation', 'days off'])('%s is no leaving of rooms and groups', async (query) => {
		const found = await searchEndpoints(query);
		const away = found.slice(0, 4).map(({ domain }) => domain);
		expect(away.filter((domain) => !['attendance', 'corehr', 'calendar', 'approval'].includes(domain))).toEqual([]);
	});
});
