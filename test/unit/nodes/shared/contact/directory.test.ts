import type { IDataObject } from 'n8n-workflow';

import { holdsAllWords } from '../../../../../feishu/words';
import {
	DEPARTMENT_CHILDREN,
	DEPARTMENT_USERS,
	departmentsBelow,
	peopleBelow,
	take,
	WHOLE_ORGANIZATION,
	wordsOfDepartment,
	wordsOfUser,
} from '../../../../../nodes/shared/contact/directory';
import { recordingClient, type Call } from '../../../../support/nodes/calls';

/** Two pages of departments, of which one comes twice; two pages of people in each department. */
function organization() {
	return recordingClient({
		[DEPARTMENT_CHILDREN]: ({ query }: Call) =>
			query?.page_token
				? { items: [{ open_department_id: 'od-2' }, { open_department_id: 'od-1' }], has_more: false }
				: { items: [{ open_department_id: 'od-1' }], has_more: true, page_token: 'next' },
		[DEPARTMENT_USERS]: ({ query }: Call) => {
			const department = String(query?.department_id);
			return query?.page_token
				? { items: [{ open_id: `${department}-b` }, { open_id: 'everywhere' }], has_more: false }
				: { items: [{ open_id: `${department}-a` }], has_more: true, page_token: 'next' };
		},
	});
}

const ids = (records: readonly IDataObject[], key: string) => records.map((record) => record[key]);

it('walks over all pages of departments, each once', async () => {
	const { feishu, calls } = organization();
	const found = await take(departmentsBelow(feishu, WHOLE_ORGANIZATION), Infinity);
	expect(ids(found, 'open_department_id')).toEqual(['od-1', 'od-2']);
	expect(calls.map(({ path, query }) => ({ path, query }))).toEqual([
		{
			path: { department_id: '0' },
			query: { department_id_type: 'open_department_id', fetch_child: true, page_size: 50, page_token: undefined },
		},
		{
			path: { department_id: '0' },
			query: { department_id_type: 'open_department_id', fetch_child: true, page_size: 50, page_token: 'next' },
		},
	]);
});

it('walks over the people of all departments, each once', async () => {
	const { feishu } = organization();
	expect(ids(await take(peopleBelow(feishu, WHOLE_ORGANIZATION), Infinity), 'open_id')).toEqual([
		'0-a',
		'0-b',
		'everywhere',
		'od-1-a',
		'od-1-b',
		'od-2-a',
		'od-2-b',
	]);
});

it('fetches nothing beyond what is wanted', async () => {
	const { feishu, calls } = organization();
	const wanted = (user: IDataObject) => user.open_id === '0-b';
	expect(ids(await take(peopleBelow(feishu, WHOLE_ORGANIZATION), 1, wanted), 'open_id')).toEqual(['0-b']);
	expect(calls.map(({ endpoint }) => endpoint)).toEqual([DEPARTMENT_USERS, DEPARTMENT_USERS]);
});

it('does not go round for ever when a page token repeats', async () => {
	const { feishu, calls } = recordingClient({
		[DEPARTMENT_CHILDREN]: { items: [{ open_department_id: 'od-1' }], has_more: true, page_token: 'same' },
	});
	expect(await take(departmentsBelow(feishu, WHOLE_ORGANIZATION), Infinity)).toHaveLength(1);
	expect(calls).toHaveLength(2);
});

const user = {
	name: '王小明',
	en_name: 'Xiaoming Wang',
	email: 'wang@example.com',
	mobile: '+8613800000002',
	job_title: 'Engineer',
};

it.each([
	['wang', true],
	['WANG engineer', true],
	['小明', true],
	['13800000002', true],
	['', true],
	['wang designer', false],
])('%j fits the person: %s', (words, fits) => {
	expect(holdsAllWords(wordsOfUser(user), words)).toBe(fits);
});

it.each([
	['sales', true],
	['营业', true],
	['sales 2', false],
])('%j fits the department: %s', (words, fits) => {
	expect(
		holdsAllWords(wordsOfDepartment({ name: '销售部', i18n_name: { en_us: 'Sales', ja_jp: '営業 营业' } }), words),
	).toBe(fits);
	expect(holdsAllWords(wordsOfDepartment({ name: 'Other' }), words)).toBe(false);
});
