import { checkKind } from '../../../feishu/idKinds';
import type { DepartmentReference } from './directory';
import { mappedField, type Field } from '../operation/field';
import type { Words } from '../fields/plain';
import { locatorField, optionalLocatorField, type Located } from '../fields/locator';
import { ROOT_DEPARTMENT } from './directory';
import { searchDepartments } from './searchDepartments';
import { fromList } from '../fields/locator';

const DEPARTMENT_WORDS = {
	displayName: 'Department',
	description: 'A department that the app can see',
	modes: [
		fromList('searchDepartments', 'Choose a department…'),
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string' as const,
			placeholder: 'e.g. od-4e6ac4d14bcd5071a37a39de902c7141',
			hint: 'An open_department_id (od-…), a department_id, or 0 for the root, below which all others are',
		},
	],
	searches: { searchDepartments },
};

/** A department with the kind of its ID: from the list, or entered. */
export function departmentField<const N extends string = 'department'>(
	words: Partial<Words<N>> = {},
): Field<DepartmentReference, N> {
	const name = (words.name ?? 'department') as N;
	return mappedField(locatorField({ ...DEPARTMENT_WORDS, ...words, name }), referenceOf);
}

/** As `departmentField`; undefined when nothing is chosen. */
export function optionalDepartmentField<const N extends string = 'department'>(
	words: Partial<Words<N>> = {},
): Field<DepartmentReference | undefined, N> {
	const name = (words.name ?? 'department') as N;
	return mappedField(
		optionalLocatorField({ ...DEPARTMENT_WORDS, ...words, name }),
		(found, label) => found && referenceOf(found, label),
	);
}

/** 0 is the whole organization under either kind. */
function referenceOf({ value }: Located, label: string): DepartmentReference {
	const id = checkKind('department', value, label);
	return { id, type: id === ROOT_DEPARTMENT || id.startsWith('od-') ? 'open_department_id' : 'department_id' };
}
