import { userIdType, type UserIdType } from '../../../feishu/ids';
import { InputError } from '../../../feishu/input';
import { text } from '../../../feishu/json';
import { lookUpBy } from '../../shared/contact/people';
import { USER_SEARCH, usersFound } from '../../shared/contact/personSearch';
import { optionalPeopleField, type SeveralPeople } from '../../shared/contact/severalPeople';
import type { FeishuClient } from '../../shared/client/client';
import type { Words } from '../../shared/fields/plain';
import type { Field } from '../../shared/operation/field';

/** People for what only a person may do: the endpoint that looks addresses up is one of apps, so the person's own search finds them. */
export const peopleOfPerson = <const N extends string>(words: Words<N>): Field<SeveralPeople, N> => ({
	...optionalPeopleField(words),
	calls: [USER_SEARCH],
});

/** The open_id of whom the person finds by an address or a number. @throws InputError where nobody is found, or several are */
async function foundBy(feishu: FeishuClient, label: string, entry: string): Promise<string> {
	const found: string[] = [];
	for await (const { open_id } of usersFound(feishu, entry)) {
		found.push(text(open_id));
		if (found.length > 1) break;
	}
	const [only] = found;
	if (only !== undefined && found.length === 1) return only;
	throw new InputError(
		label,
		`The field '${label}' names ${only === undefined ? 'somebody whom this person does not find' : 'more than one person'}: ${entry}`,
		'Choose the person from the list, or enter the open_id (ou_…)',
	);
}

/**
 * The people of several fields, for a request in the name of a person.
 * @throws InputError about a mixture of kinds of IDs; naming who was not found
 */
export async function personsFound<K extends string>(
	feishu: FeishuClient,
	people: Readonly<Record<K, SeveralPeople>>,
): Promise<{ ids: Record<K, string[]>; type: UserIdType }> {
	const fields = Object.entries<SeveralPeople>(people);
	const entries = fields.flatMap(([, one]) => one.entries.map((entry) => ({ entry, label: one.label })));
	const sought = entries.filter(({ entry }) => lookUpBy(entry) !== undefined);
	const kinds = new Set<UserIdType>([
		...entries.filter(({ entry }) => lookUpBy(entry) === undefined).map(({ entry }) => userIdType(entry)),
		...sought.map(() => 'open_id' as const),
	]);
	if (kinds.size > 1)
		throw new InputError(
			entries[0]?.label ?? '',
			`The fields for people mix kinds of IDs: ${[...kinds].join(', ')}`,
			'Use IDs of one kind (the list gives open_id, ou_…); e-mail addresses and mobile numbers go with those',
		);
	const found = new Map<string, string>();
	for (const { entry, label } of sought) if (!found.has(entry)) found.set(entry, await foundBy(feishu, label, entry));
	const ids = fields.map(([key, one]) => [key, one.entries.map((entry) => found.get(entry) ?? entry)] as const);
	return { ids: Object.fromEntries(ids) as Record<K, string[]>, type: [...kinds][0] ?? 'open_id' };
}
