import type { UserIdType } from '../../../feishu/ids';
import { InputError } from '../../../feishu/input';
import { text } from '../../../feishu/json';
import type { FeishuClient } from '../../shared/client/client';
import { peopleByIds, USERS_BY_ID } from '../../shared/contact/contactRange';
import type { Person } from '../../shared/contact/person';
import type { SeveralPeople } from '../../shared/contact/severalPeople';
import { PEOPLE_CALLS } from '../../shared/contact/people';

/** What whoever needs IDs of another kind has to list among its calls. */
export const ID_CALLS = [...new Set([...PEOPLE_CALLS, USERS_BY_ID])];

export interface OneId {
	id: string;
	type: UserIdType;
}

/** The open_id of a person, or the user_id where that is what was entered: what tasks and instances tell of people. */
export async function ownId(feishu: FeishuClient, person: Person, label: string): Promise<OneId> {
	const found = await person.id(feishu);
	if (found.type !== 'union_id') return found;
	const [id = ''] = await otherIds(feishu, [found.id], 'union_id', 'open_id', label);
	return { id, type: 'open_id' };
}

/** People by their open_ids. */
export async function openIds(feishu: FeishuClient, people: SeveralPeople): Promise<string[]> {
	const { ids, type } = await people.resolve(feishu);
	return type === 'open_id' ? ids : await otherIds(feishu, ids, type, 'open_id', people.label);
}

/**
 * The same people by IDs of another kind, 50 in a request. A user_id is told only with the scope
 * contact:user.employee_id:readonly.
 * @throws InputError naming who has none, CallError
 */
export async function otherIds(
	feishu: FeishuClient,
	ids: readonly string[],
	from: UserIdType,
	to: UserIdType,
	label: string,
): Promise<string[]> {
	if (from === to || ids.length === 0) return [...ids];
	const found = new Map<string, string>();
	for await (const user of peopleByIds(feishu, ids, from)) found.set(text(user[from]), text(user[to]));
	return ids.map((id) => {
		const other = found.get(id) ?? '';
		if (other !== '') return other;
		throw new InputError(
			label,
			`The field '${label}' names somebody of whom this app may not know the ${to}: ${id}`,
			to === 'user_id'
				? 'Feishu adds approvers by user_id only: the app needs the scope contact:user.employee_id:readonly, or enter a user_id'
				: "The person must be in the app's contact range",
		);
	});
}
