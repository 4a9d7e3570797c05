import type { Mention } from '../../../../feishu/im/content/textContent';
import { InputError } from '../../../../feishu/input';
import { userId } from '../../contact/user';
import type { Field } from '../../operation/operation';
import type { ComposeContext, Surface } from './kind';

/** Who is to be notified, in every kind that can. */
export function mentionsField({ person }: Surface, kinds: readonly string[]): Field {
	const { required: _required, ...personField } = person({ displayOptions: { show: { who: ['person'] } } });
	return {
		displayName: 'Mentions',
		name: 'mentions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Mention',
		default: {},
		description: 'People who are named at the beginning and notified',
		options: [
			{
				displayName: 'Mention',
				name: 'mention',
				values: [
					{
						displayName: 'Who',
						name: 'who',
						type: 'options',
						options: [
							{ name: 'Everyone', value: 'everyone', description: 'All members of the group; it must allow that' },
							{ name: 'Person', value: 'person', description: 'One member of the chat' },
						],
						default: 'person',
						description: 'Whom to name and notify',
					},
					personField,
				],
			},
		],
		displayOptions: { show: { messageType: [...kinds] } },
	};
}

/**
 * The mentions with each person's id; e-mail addresses and mobile numbers are looked up.
 * @throws InputError about an empty row or somebody unknown
 */
export async function readMentions({ param, feishu }: ComposeContext): Promise<Mention[]> {
	const rows = param.rowParams('mentions', 'mention', (_, index) => `Mentions ${index + 1}`);
	return await Promise.all(
		rows.map(async (row): Promise<Mention> => {
			if (row.choice('who') === 'everyone') return { everyone: true };
			if (!row.optionalLocated('user'))
				throw new InputError('Mentions', "A row of 'Mentions' has no person", 'Choose a person, or remove the row');
			const { id } = await userId(row, feishu);
			return { everyone: false, id };
		}),
	);
}
