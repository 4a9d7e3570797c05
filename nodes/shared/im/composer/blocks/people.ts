import { peopleField } from '../../../contact/severalPeople';
import { idsIn } from '../../../fields/idField';
import { listField } from '../../../fields/plain';
import { complaint, mappedField } from '../../../operation/field';
import type { Surface } from '../surface';
import { platformOf, type Tools } from '../tools';
import type { BlockKind, MakeBlock } from './block';

const chosen = peopleField({ description: 'Who is shown' });

/** Without an app there is nobody who could look people up. */
const byId = idsIn(
	'person',
	listField({
		displayName: 'User IDs',
		name: 'peopleIds',
		required: true,
		placeholder: 'e.g. ou_7d8a6e6df7621556',
		description: 'IDs of members of the group, separated by commas or line breaks',
	}),
);

/** Who is shown, by ID. */
const shown = ({ app }: Surface) =>
	app
		? mappedField(
				chosen,
				(found): IdsOf =>
					async (tools) =>
						(await found.resolve(platformOf(tools))).ids,
			)
		: mappedField(
				byId,
				(ids): IdsOf =>
					async () =>
						ids,
			);

type IdsOf = (tools: Tools) => Promise<readonly string[]>;

export const people: BlockKind = {
	value: 'people',
	name: 'People',
	description: 'Faces and names of people',
	field: (surface) =>
		mappedField<IdsOf, MakeBlock, string>(shown(surface), (idsOf) => async (tools) => ({
			type: 'people',
			ids: await idsOf(tools),
		})),
};

export const person: BlockKind = {
	value: 'person',
	name: 'Person',
	description: 'Face and name of one person',
	field: (surface) =>
		mappedField<IdsOf, MakeBlock, string>(shown(surface), (idsOf, label) => async (tools) => {
			const [userId, ...others] = await idsOf(tools);
			if (userId !== undefined && others.length === 0) return { type: 'person', userId };
			throw complaint(label, 'must name one person', "Use the block 'People' for several");
		}),
};
