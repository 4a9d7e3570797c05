/** What the operations on people ask for, and in which portions; the engine tests run each of them against the simulator. */
import { find } from '../../../../nodes/FeishuContact/resources/user/find';
import { getByDepartment } from '../../../../nodes/FeishuContact/resources/user/getByDepartment';
import { getByIds } from '../../../../nodes/FeishuContact/resources/user/getByIds';
import { simplified } from '../../../../nodes/FeishuContact/resources/user/output';
import { FIND_ENDPOINT } from '../../../../nodes/shared/contact/people';
import { runOperation as run } from '../../../support/nodes/runOperation';

const ids = (count: number, prefix = 'ou_') => Array.from({ length: count }, (_, index) => `${prefix}${index}`);

it('gives a person raw, or the useful fields that are there', () => {
	const user = { open_id: 'ou_1', name: 'Tom', email: '', avatar: { a: 1 }, status: {} };
	expect(simplified(user, false)).toBe(user);
	expect(simplified(user, true)).toEqual({ open_id: 'ou_1', name: 'Tom', email: '' });
});

describe('Get Many of users by IDs', () => {
	const answers = {
		[getByIds.endpoint]: ({ query }: { query?: object }) => ({
			items: (query as { user_ids: string[] }).user_ids.map((id) => ({ open_id: id })),
		}),
	};

	it('asks for fifty at a time', async () => {
		const { calls, output } = await run(getByIds, { userIds: ids(101).join(','), simple: true }, answers);
		expect(calls.map(({ query }) => (query?.user_ids as string[]).length)).toEqual([50, 50, 1]);
		expect(output).toEqual(ids(101).map((open_id) => ({ open_id })));
	});

	it('refuses a mixture before any call', async () => {
		const { calls, output } = await run(getByIds, { userIds: 'ou_1, on_1' }, answers);
		expect(output).toMatchObject({
			error: { field: 'User IDs', message: expect.stringContaining('open_id, union_id') },
		});
		expect(calls).toEqual([]);
	});
});

describe('Get Many by Department', () => {
	const list = async (department: string, items: object[], recursive = false) => {
		const parameters = { department: { mode: 'id', value: department }, recursive, limit: 50, simple: true };
		const { hints, output } = await run(getByDepartment, parameters, {
			[getByDepartment.endpoint]: recursive ? { items } : items,
			'GET /open-apis/contact/v3/departments/:department_id/children': { items: [] },
		});
		expect(output).toHaveLength(items.length);
		return hints;
	};

	it('says beside an empty root where its people are', async () => {
		expect(await list('0', [])).toEqual([
			{
				message:
					"Nobody belongs to the whole organization itself: choose a department, or switch on 'Include Subdepartments' for the people of all departments.",
				location: 'outputPane',
			},
		]);
	});

	it.each<[string, string, object[], boolean]>([
		['a root with people', '0', [{ open_id: 'ou_1' }], false],
		['another department', 'od-1', [], false],
		['a root with all that is below', '0', [], true],
	])('says nothing of %s', async (_what, department, items, recursive) => {
		expect(await list(department, items, recursive)).toEqual([]);
	});
});

describe('Find', () => {
	it('asks for fifty of each at a time, and says who was not found', async () => {
		const emails = ids(60, 'e').map((name) => `${name}@example.com`);
		const answers = { [FIND_ENDPOINT]: { user_list: [{ user_id: 'ou_1', email: 'a' }, { mobile: '1' }] } };
		const { calls, output } = await run(
			find,
			{ emails, mobiles: '138, +65', userIdType: 'open_id', includeResigned: true },
			answers,
		);
		expect(calls.map(({ body }) => body)).toEqual([
			{ emails: emails.slice(0, 50), mobiles: ['138', '+65'], include_resigned: true },
			{ emails: emails.slice(50), mobiles: [], include_resigned: true },
		]);
		expect((output as object[]).slice(0, 2)).toEqual([
			{ found: true, user_id: 'ou_1', email: 'a' },
			{ found: false, mobile: '1' },
		]);
	});

	it('needs somebody to find', async () => {
		const { calls, output } = await run(find, { emails: ' ', mobiles: '' });
		expect(output).toMatchObject({
			error: { name: 'InputError', message: "The field 'Emails' and the field 'Mobile Numbers' are both empty" },
		});
		expect(calls).toEqual([]);
	});
});
