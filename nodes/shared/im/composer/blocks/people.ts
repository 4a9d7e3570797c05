import { peopleField } from '../../../contact/severalPeople';
import { listField } from '../../../fields/plain';
import { mappedField } from '../../../operation/field';
import { platformOf } from '../tools';
import type { BlockKind, MakeBlock } from './block';

const chosen = peopleField({ description: 'Who is shown' });

/** Without an app there is nobody who could look people up. */
const byId = listField({
	displayName: 'User IDs',
	name: 'peopleIds',
	required: true,
	placeholder: 'e.g. ou_7d8a6e6df7621556ce0d21922b676706',
	description: 'IDs of members of the group, separated by commas or line breaks',
});

export const people: BlockKind = {
	value: 'people',
	name: 'People',
	description: 'Faces and names of people',
	field: ({ app }) =>
		app
			? mappedField(
					chosen,
					(shown): MakeBlock =>
						async (tools) => {
							const { ids } = await shown.resolve(platformOf(tools));
							return { type: 'people', ids };
						},
				)
			: mappedField(
					byId,
					(ids): MakeBlock =>
						() => ({ type: 'people', ids }),
				),
};
