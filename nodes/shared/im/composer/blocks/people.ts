import { peopleFieldOld, readPeople } from '../../../contact/people';
import { platformOf } from '../kind';
import type { BlockKind } from './block';

export const people: BlockKind = {
	value: 'people',
	name: 'People',
	description: 'Faces and names of people',
	fields: ({ app }) => [
		app
			? peopleFieldOld({ description: 'Who is shown' })
			: {
					displayName: 'User IDs',
					name: 'peopleIds',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. ou_7d8a6e6df7621556ce0d21922b676706',
					description: 'IDs of members of the group, separated by commas or line breaks',
				},
	],
	async read(row, context) {
		const ids = context.surface.app ? (await readPeople(row, platformOf(context))).ids : row.list('peopleIds');
		return { type: 'people', ids };
	},
};
