import { userIdType, type UserIdType } from '../../../feishu/ids';
import type { FeishuClient } from '../client/client';
import { idsIn } from '../fields/idField';
import { mixedRowsField } from '../fields/nested';
import { listField, type Words } from '../fields/plain';
import { complaint, mappedField, type Field } from '../operation/field';
import { findPeople, lookUpBy, PEOPLE_CALLS, type People } from './people';
import { optionalUserField, type Person } from './person';

const one = optionalUserField();

/** Several people in one field, by whatever they are known. */
export const peopleList = idsIn(
	'somebody',
	listField({
		displayName: 'Emails, Names or IDs',
		name: 'list',
		typeOptions: { rows: 2 },
		placeholder: 'e.g. tom@example.com, Tom Li, +6591234567',
		description: 'Mobile numbers too, with commas or line breaks between; an expression may give a list',
	}),
);

/** Everybody who was filled in, IDs, addresses and numbers alike; two may turn out to be the same person. */
export class SeveralPeople {
	constructor(
		readonly entries: readonly string[],
		/** What complaints call the field. */
		readonly label: string,
	) {}

	get count(): number {
		return this.entries.length;
	}

	/**
	 * The IDs with their kind; e-mail addresses, mobile numbers and names are looked up as the kind that the others have.
	 * @throws InputError naming who was not found
	 */
	async resolve(feishu: FeishuClient): Promise<People> {
		const { ids, type } = await resolveTogether(feishu, { these: this });
		return { ids: ids.these, type };
	}

	/**
	 * For where IDs of several kinds may stand side by side, because each person is compared by all of theirs. E-mail
	 * addresses, mobile numbers and names become open_ids, which every app may read.
	 * @throws InputError naming who was not found
	 */
	async resolveOfAnyKind(feishu: FeishuClient): Promise<string[]> {
		return (await resolve(feishu, { these: this }, 'open_id')).these;
	}
}

/** People: rows with one each from the list, and rows with many at once. It may be empty. @throws InputError about an empty row, or IDs of several kinds */
export function optionalPeopleField<const N extends string = 'people'>(
	words: Partial<Words<N>> = {},
): Field<SeveralPeople, N> {
	const rows = mixedRowsField(
		{
			displayName: 'People',
			placeholder: 'Add People',
			description: 'One by one from the list, or several at once by e-mail, name, mobile number or ID',
			...words,
			name: (words.name ?? 'people') as N,
		},
		{ person: { name: 'Person', fields: [one] }, several: { name: 'Several at Once', fields: [peopleList] } },
	);
	const field = mappedField(rows, ({ person, several: lists }, label) => {
		const chosen = person.map(({ read }) => {
			const found = read(one);
			if (!found) throw complaint(label, 'has a row without a person', 'Choose a person, or remove the row');
			return found.reference.id;
		});
		const written = lists.flatMap(({ read }) => read(peopleList));
		const people = new SeveralPeople([...new Set([...chosen, ...written])], label);
		kindOf([people]);
		return people;
	});
	return { ...field, calls: PEOPLE_CALLS };
}

/** As `optionalPeopleField`, with one person at least. */
export function peopleField<const N extends string = 'people'>(words: Partial<Words<N>> = {}): Field<SeveralPeople, N> {
	return mappedField(optionalPeopleField({ required: true, ...words }), (people, label) => {
		if (people.count === 0) throw complaint(label, 'is empty', 'Add at least one person');
		return people;
	});
}

/** One person where several could be: for `resolveTogether`. */
export function alone(person: Person | undefined, label: string): SeveralPeople {
	return new SeveralPeople(person ? [person.reference.id] : [], label);
}

/**
 * The people of several fields, for a request that takes one kind of ID for all of them.
 * @throws InputError about a mixture of kinds, before any call; naming who was not found
 */
export async function resolveTogether<K extends string>(
	feishu: FeishuClient,
	people: Readonly<Record<K, SeveralPeople>>,
): Promise<{ ids: Record<K, string[]>; type: UserIdType }> {
	const type = kindOf(Object.values(people));
	return { ids: await resolve(feishu, people, type), type };
}

/** The kind of all these IDs; open_id where there are none. The platform takes one kind in a request. @throws InputError about a mixture */
function kindOf(people: readonly SeveralPeople[]): UserIdType {
	const examples = new Map<UserIdType, string>();
	for (const entry of people.flatMap(({ entries }) => entries)) {
		const by = lookUpBy(entry);
		// A name is looked up for an open_id.
		if (by === undefined || by === 'names') {
			const type = by === undefined ? userIdType(entry) : 'open_id';
			if (!examples.has(type)) examples.set(type, entry);
		}
	}
	const kinds = [...examples];
	if (kinds.length <= 1) return kinds[0]?.[0] ?? 'open_id';
	const [first, ...more] = people.filter(({ count }) => count > 0);
	const others = more.map(({ label }) => ` and '${label}'`);
	throw complaint(
		first?.label ?? '',
		`${others.length > 0 ? `together with${others.join('').replace(/^ and/, '')} ` : ''}mixes kinds of IDs: ${kinds.map(([type, entry]) => `${entry.slice(0, 40)} (${type})`).join(', ')}`,
		'Use IDs of one kind (the list gives open_id, ou_…); names go with those, e-mail addresses and mobile numbers with any.',
	);
}

async function resolve<K extends string>(
	feishu: FeishuClient,
	people: Readonly<Record<K, SeveralPeople>>,
	type: UserIdType,
): Promise<Record<K, string[]>> {
	const fields = Object.entries<SeveralPeople>(people);
	const found = await findPeople(feishu, Object.values(people), type);
	const idsOf = (entries: readonly string[]) => [...new Set(entries.map((entry) => found.get(entry) ?? entry))];
	return Object.fromEntries(fields.map(([key, { entries }]) => [key, idsOf(entries)])) as Record<K, string[]>;
}
