import { userIdType } from '../../../../feishu/ids';
import { InputError } from '../../../../feishu/input';
import { fieldGroup } from '../../../shared/fields/nested';
import { idsIn } from '../../../shared/fields/idField';
import { listField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';

/** Receivers of each kind in one request. */
const MOST = 200;

const NAMES = { open_id: 'open_ids', union_id: 'union_ids', user_id: 'user_ids' } as const;

const departments = mappedField(
	idsIn(
		'department',
		listField({
			displayName: 'Department IDs',
			name: 'departmentIds',
			placeholder: 'e.g. od-4e6ac4d14bcd5071a37a39de902c7141',
			description: 'Up to 200, separated by commas or line breaks; the departments below are included',
		}),
	),
	upTo200,
);

const users = mappedField(
	idsIn(
		'person',
		listField({
			displayName: 'User IDs',
			name: 'userIds',
			placeholder: 'e.g. ou_7d8a6e6df7621556',
			description: 'Up to 200 open_ids, union_ids or user_ids, separated by commas or line breaks',
		}),
	),
	upTo200,
);

/** Whom a message to many goes to, as the request names them. @throws InputError when there is nobody, or too many */
export const receivers = fieldGroup('receivers', [departments, users], ({ read }) => {
	const departmentIds = read(departments);
	const userIds = read(users);
	if (departmentIds.length + userIds.length === 0)
		throw new InputError(users.label, `The fields '${departments.label}' and '${users.label}' are both empty`);
	const named: Record<string, string[]> = departmentIds.length > 0 ? { department_ids: departmentIds } : {};
	for (const id of userIds) (named[NAMES[userIdType(id)]] ??= []).push(id);
	return named;
});

function upTo200(ids: string[], label: string): string[] {
	if (ids.length <= MOST) return ids;
	throw complaint(
		label,
		`holds ${ids.length} IDs; Feishu takes at most ${MOST} at once`,
		'Split them over several items',
	);
}
