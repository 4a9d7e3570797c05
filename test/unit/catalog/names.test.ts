import { distinguish, nameOfMethod, nameOfPath, tidy, tidyZh } from '../../../scripts/catalog/names';
import type { Endpoint } from '../../../scripts/catalog/types';

describe('names made from the SDK’s methods', () => {
	it.each([
		['hire.v1.job.list', 'GET', 'List jobs'],
		['helpdesk.v1.category.list', 'GET', 'List categories'],
		['vc.v1.room.search', 'POST', 'Search room'],
		['hire.v1.job.patch', 'PATCH', 'Update job'],
		['compensation.v1.lumpSumPayment.batchCreate', 'POST', 'Batch create lump sum payments'],
		['mail.v1.userMailbox.profile', 'GET', 'Get user mailbox profile'],
		['helpdesk.v1.agent.agentEmail', 'GET', 'Get agent email'],
		['im.v1.chatMembers.isInChat', 'POST', 'Is in chat (chat members)'],
		['vc.v1.meeting.subscription', 'POST', 'Subscribe to meeting'],
		['okr.v2.cycleObjective.create', 'POST', 'Create cycle objective'],
	])('%s → %s', (sdk, method, expected) => {
		expect(nameOfMethod(sdk, method)).toBe(expected);
	});

	it('are made from the path where there is no method', () => {
		expect(nameOfPath('GET', '/open-apis/a/v1/rooms/:id/user_detail')).toBe('Get rooms user detail');
	});
});

describe('titles', () => {
	it('are one line with a capital in front and no full stop', () => {
		expect(tidy(' delete \n cost center. ')).toBe('Delete cost center');
		expect(tidyZh('批量查询部门；')).toBe('批量查询部门');
		expect(tidyZh(`获取详情，${'包括模板名称'.repeat(10)}`)).toBe('获取详情');
	});
});

describe('names that are the same', () => {
	const row = (id: string, en: string, more: Partial<Endpoint>): Endpoint => ({
		id,
		method: id.split(' ')[0] ?? '',
		path: id.split(' ')[1] ?? '',
		domain: 'a',
		name: { en },
		...more,
	});

	it('get the version where that tells them apart, else what they are about', () => {
		const rows = [
			row('POST /a/v1/jobs', 'Create job', { version: 'v1' }),
			row('POST /a/v2/jobs', 'Create job', { version: 'v2' }),
			row('POST /a/v1/rooms/query', 'Query', { version: 'v1', sdk: 'a.v1.room.query' }),
			row('POST /a/v1/users/query', 'Query', { version: 'v1', sdk: 'a.v1.user.query' }),
			row('GET /a/v1/rooms', 'List rooms', { version: 'v1' }),
		];
		distinguish(rows);
		expect(rows.map(({ name }) => name.en)).toEqual([
			'Create job (v1)',
			'Create job (v2)',
			'Query (room)',
			'Query (user)',
			'List rooms',
		]);
	});
});
