import type { Mention } from '../../../feishu/content/text';
import { referenceOf, resolveUser, userField } from '../fields/user';
import { InputError } from '../../../feishu/input';
import type { Field } from '../operation';
import type { ComposeContext } from './index';

const { required: _required, ...personField } = userField({ displayOptions: { show: { who: ['person'] } } });

/** Who is to be notified, in every kind that can. */
export const mentionsField: Field = {
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
};

interface MentionRow {
	who?: string;
	user?: { mode?: string; value?: string } | string;
}

/**
 * The mentions with each person's id; e-mail addresses are looked up.
 * @throws InputError about an empty row or an unknown address
 */
export async function readMentions({ param, feishu }: ComposeContext): Promise<Mention[]> {
	const rows = param.rows<MentionRow>('mentions', 'mention');
	return await Promise.all(
		rows.map(async (row): Promise<Mention> => {
			if (row.who === 'everyone') return { everyone: true };
			const { mode = 'id', value = '' } = typeof row.user === 'object' ? row.user : { value: row.user };
			const trimmed = String(value).trim();
			if (trimmed === '')
				throw new InputError('Mentions', "A row of 'Mentions' has no person", 'Choose a person, or remove the row');
			const { id } = await resolveUser(feishu, referenceOf(mode, trimmed), 'Mentions');
			return { everyone: false, id };
		}),
	);
}
