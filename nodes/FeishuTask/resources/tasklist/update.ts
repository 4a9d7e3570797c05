import type { JsonObject } from '../../../../feishu/json';
import { optionalUserField } from '../../../shared/contact/person';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField, flagField } from '../../../shared/fields/plain';
import { PEOPLE_NAMES, TASKLIST, tasklistItem } from '../../common/output';
import { withNames } from '../../common/names';
import { defineOperation } from '../../../shared/operation/operation';
import { WRITE_LISTS } from '../../common/endpoints';
import { onlyOwner } from '../../common/refusals';
import { LONGEST_NAME, shortText } from '../../common/texts';
import { tasklist } from './chosen';

const name = shortText(
	{ displayName: 'Name', name: 'newName', placeholder: 'e.g. Release 2.0', description: 'Another name' },
	LONGEST_NAME,
);

const owner = optionalUserField({ displayName: 'Owner', name: 'owner', description: 'Only the owner gives it away' });

const before = choiceField({
	displayName: 'Role of the Former Owner',
	name: 'formerOwner',
	options: [
		{ name: 'Can Edit', value: 'editor' },
		{ name: 'Can View', value: 'viewer' },
		{ name: 'None', value: 'none', description: 'Does not see it any more' },
	],
	default: 'editor',
	description: 'What the owner becomes who gives it away',
});

const archived = flagField({
	displayName: 'Archived',
	name: 'archived',
	default: true,
	description: 'Whether it is put away; off takes it out again',
});

const changes = collectionField(
	{ displayName: 'Changes', name: 'listChanges', placeholder: 'Add change', description: 'What is not added stays' },
	[name, owner, before, archived],
);

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a task list',
	description: 'Change the name or the owner of a task list, or archive it',
	endpoint: 'PATCH /open-apis/task/v2/tasklists/:tasklist_guid',
	alsoCalls: [PEOPLE_NAMES],
	scopes: WRITE_LISTS,
	identity: 'either',
	fields: [tasklist, changes],
	output: TASKLIST,
	async run({ read, refuse, feishu, context, errorContext }) {
		const path = { tasklist_guid: read(tasklist) };
		const { newName, owner: next, formerOwner = 'editor', archived: isArchived } = read(changes);
		if (newName === '') throw name.refuse('is empty', 'A task list has a name');
		if (newName === undefined && next === undefined && isArchived === undefined)
			throw refuse(changes, 'is empty', 'Add what is to change');
		const person = await next?.id(feishu);
		if (person) errorContext.adviceOf = onlyOwner('give it to somebody else');
		const changed = {
			...(newName && { name: newName }),
			...(person && { owner: { id: person.id, type: 'user' } }),
			...(isArchived !== undefined && { archive_tasklist: isArchived }),
		};
		const { tasklist: after } = await feishu.call<{ tasklist: JsonObject }>(this.endpoint, {
			path,
			query: { user_id_type: person?.type },
			body: {
				tasklist: changed,
				update_fields: Object.keys(changed),
				...(person && { origin_owner_to_role: formerOwner }),
			},
			idempotent: true,
		});
		return await withNames({ feishu, context }, tasklistItem(after));
	},
});
