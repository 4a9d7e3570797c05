import type { Mention } from '../../../../feishu/im/content/textContent';
import type { Person } from '../../contact/person';
import { rowsField } from '../../fields/nested';
import { choiceField } from '../../fields/plain';
import { complaint, mappedField, type Field } from '../../operation/field';
import type { Surface } from './surface';
import type { Tools } from './tools';

/** Who is to be named and notified, in the order in which they are named. */
export class Mentions {
	constructor(private readonly who: ReadonlyArray<Person | 'everyone'> = []) {}

	get count(): number {
		return this.who.length;
	}

	/**
	 * With each person's id; e-mail addresses, mobile numbers and names are looked up.
	 * @throws InputError about somebody unknown
	 */
	async resolve({ feishu }: Pick<Tools, 'feishu'>): Promise<Mention[]> {
		return await Promise.all(
			this.who.map(async (one): Promise<Mention> => {
				if (one === 'everyone') return { everyone: true };
				const { id } = await one.id(feishu);
				return { everyone: false, id };
			}),
		);
	}
}

const who = choiceField({
	displayName: 'Who',
	name: 'who',
	options: [
		{ name: 'Everyone', value: 'everyone', description: 'All members of the group; it must allow that' },
		{ name: 'Person', value: 'person' },
	],
	default: 'person',
	description: 'Whom to name and notify',
});

/** Who is to be notified, in every kind that can. @throws InputError about an empty row */
export function mentionsField({ person }: Surface): Field<Mentions, 'mentions'> {
	const user = person({ displayName: 'Person', displayOptions: { show: { who: ['person'] } } });
	const rows = rowsField(
		{
			displayName: 'Mentions',
			name: 'mentions',
			groupKey: 'mention',
			groupName: 'Mention',
			rowName: (_, index) => `Mentions ${index + 1}`,
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add Mention',
			description: 'People who are named at the beginning and notified',
		},
		[who, user],
	);
	return mappedField(
		rows,
		(mentions, label) =>
			new Mentions(
				mentions.map(({ read }) => {
					if (read(who) === 'everyone') return 'everyone';
					const one = read(user);
					if (one) return one;
					throw complaint(label, 'has a row without a person', 'Choose a person, or remove the row');
				}),
			),
	);
}
