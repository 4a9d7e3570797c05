import { text } from '../../../feishu/json';
import { listSearch } from '../fields/listSearch';
import { withoutName } from '../fields/listWalks';
import { departmentsBelow, ROOT_DEPARTMENT, WHOLE_ORGANIZATION, wordsOfDepartment } from './directory';

/** The scope for the names of departments: without it, all that is known is how they hang together. */
const NAMES = 'contact:department.base:readonly';

/** Departments that the app can see, and what no endpoint lists: the one above all. The platform searches them for people's tokens only. */
export const searchDepartments = listSearch({
	what: 'departments',
	scopes: ['contact:department.organize:readonly', 'contact:contact.base:readonly'],
	keepMs: 60_000,
	async *entries({ feishu }) {
		yield { name: 'Whole Organization', value: ROOT_DEPARTMENT };
		for await (const department of departmentsBelow(feishu, WHOLE_ORGANIZATION)) {
			const value = text(department.open_department_id);
			const name = text(department.name) || withoutName(value, NAMES);
			yield { name, value, words: wordsOfDepartment(department) };
		}
	},
	nothing: {
		message: 'The app sees no departments',
		advice:
			"Widen the app's contact range in the developer console (Permissions & Scopes → Data permissions), and publish a version.",
	},
});
