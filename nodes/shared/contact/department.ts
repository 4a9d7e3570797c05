import { ROOT_DEPARTMENT } from './directory';
import { searchDepartments } from './searchDepartments';
import type { Field } from '../operation/operation';
import type { Params } from '../operation/params';
import { fromList } from '../fields/locator';

/** A department: from the list, or by its open_department_id. */
export function departmentField(overrides: Partial<Field> = {}): Field {
	return {
		displayName: 'Department',
		name: 'department',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'A department that the app can see',
		modes: [
			fromList('searchDepartments', 'Choose a department…'),
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. od-4e6ac4d14bcd5071a37a39de902c7141',
				hint: 'An open_department_id (od-…), a department_id, or 0 for the whole organization',
			},
		],
		searches: { searchDepartments },
		...overrides,
	};
}

/** The chosen department with the kind of its ID. @throws InputError when nothing is chosen */
export function departmentReference(
	param: Params,
	name = 'department',
): { id: string; type: 'department_id' | 'open_department_id' } {
	const id = param.located(name).value;
	// 0 is the whole organization under either kind.
	return { id, type: id === ROOT_DEPARTMENT || id.startsWith('od-') ? 'open_department_id' : 'department_id' };
}
