import { text, type JsonObject } from '../../../feishu/json';
import { listSearch } from '../fields/listSearch';
import { withoutName, type Entry } from '../fields/listWalks';
import { departmentsBelow, ROOT_DEPARTMENT, WHOLE_ORGANIZATION, wordsOfDepartment } from './directory';
import { DEPARTMENT_SEARCH_SCOPES, departmentsFound } from './personSearch';

/** The scope for the names of departments: without it, all that is known is how they hang together. */
const NAMES = 'contact:department.base:readonly';

/** Departments that the app can see, and what no endpoint lists: the one above all. A person has the search of the client. */
export const searchDepartments = listSearch({
	what: 'departments',
	scopes: ['contact:department.organize:readonly', 'contact:contact.base:readonly'],
	keepMs: 60_000,
	async *entries({ feishu }) {
		yield { name: 'Whole Organization', value: ROOT_DEPARTMENT };
		for await (const department of departmentsBelow(feishu, WHOLE_ORGANIZATION)) {
			yield entryOf(department);
		}
	},
	nothing: {
		message: 'The app sees no departments',
		advice:
			"Widen the app's contact range in the developer console (Permissions & Scopes → Data permissions), and publish a version.",
	},
	person: {
		scopes: DEPARTMENT_SEARCH_SCOPES,
		async *entries({ feishu, filter }) {
			for await (const department of departmentsFound(feishu, filter)) yield entryOf(department);
		},
		nothing: { message: 'This person finds no departments', advice: 'Enter an ID.' },
	},
});

function entryOf(department: JsonObject): Entry {
	const value = text(department.open_department_id);
	const name = text(department.name) || withoutName(value, NAMES);
	return { name, value, words: wordsOfDepartment(department) };
}
