/** Everybody can be found in the lists of a large organization. */
import type { INodeListSearchResult } from 'n8n-workflow';

import { listWalks } from '../../../nodes/shared/fields/listWalks';
import { searchUsers } from '../../../nodes/shared/contact/searchUsers';
import { listContext, usePlatform } from '../../support/engine';

const platform = usePlatform();

beforeEach(() => listWalks.forgetAll());

const search = async (filter = '') => await searchUsers.call(listContext('feishu', platform.credential), filter);

/** As somebody does who is told that the list has not come to its end yet. */
async function found(filter: string, tries = 20): Promise<INodeListSearchResult> {
	const list = await search(filter);
	const unfinished = list.results[0]?.name.startsWith('Nothing found yet') === true;
	return unfinished && tries > 0 ? await found(filter, tries - 1) : list;
}

describe('a large organization with nobody in its uppermost department', () => {
	const DEPARTMENTS = 300;
	const PEOPLE = 20_000;

	beforeEach(() => {
		const { users, departments } = platform.store.contact;
		const [person] = users.values();
		const [department] = departments.values();
		if (!person || !department) throw new Error('The simulator has nobody to copy');
		departments.clear();
		users.clear();
		for (let at = 0; at < DEPARTMENTS; at++) {
			const open_department_id = `od-large${at}`;
			const department_id = `L${at}`;
			departments.set(open_department_id, { ...department, open_department_id, department_id, parent: '0' });
		}
		for (let at = 0; at < PEOPLE; at++) {
			const open_id = `ou_large${at}`;
			// Each in two departments, so that everybody comes twice.
			const department_ids = [`od-large${at % DEPARTMENTS}`, `od-large${(at + 7) % DEPARTMENTS}`];
			const ids = { open_id, union_id: `on_large${at}`, user_id: `large${at}`, department_ids };
			users.set(open_id, { ...person, ...ids, name: `Person ${at}`, en_name: '', email: `p${at}@example.com` });
		}
	});

	test('everybody is found in one call, and shown once', async () => {
		for (const at of [0, 7_301, PEOPLE - 1])
			expect((await found(`p${at}@example.com`)).results).toEqual([
				{ name: `Person ${at} (p${at}@example.com)`, value: expect.stringMatching(/^ou_/) as string },
			]);
		// Nothing was asked for twice: all pages of all departments, those of the departments, and one for the uppermost.
		const pages = Math.ceil((2 * PEOPLE) / DEPARTMENTS / 50) * DEPARTMENTS;
		expect(platform.calls.length).toBeLessThanOrEqual(pages + DEPARTMENTS / 50 + 1);
		const { results, paginationToken } = await search();
		expect(new Set(results.map(({ value }) => value)).size).toBe(results.length);
		expect([results.length, paginationToken]).toEqual([50, '50']);
	});
});
