import type { IDataObject } from 'n8n-workflow';

import { type JsonObject, object, text } from '../../../../feishu/json';
import { fieldGroup } from '../../../shared/fields/nested';
import { choiceField } from '../../../shared/fields/plain';
import { shownFor } from '../../../shared/operation/field';
import { outputOf } from '../../../shared/operation/output';
import { needed } from '../../common/needed';
import { ofWrongValue, otherListsSection } from '../../common/refusals';
import { optionalSectionField, sectionField, sectionName } from '../../common/section';
import { tasklistField } from '../../common/tasklist';
import { LONGEST_NAME, shortText } from '../../common/texts';

export const WRITE = ['task:section:writeonly', 'task:section:write'];

export const tasklist = tasklistField();

export const section = sectionField();

export const name = (displayName: string, required: boolean) =>
	shortText(
		{
			displayName,
			name: 'sectionName',
			...(required && { required }),
			placeholder: 'e.g. In progress',
			description: required ? 'What the section is called' : 'Another name; it stays where this is empty',
		},
		LONGEST_NAME,
	);

const where = choiceField({
	displayName: 'Place',
	name: 'sectionPlace',
	options: [
		{ name: 'After Another Section', value: 'after' },
		{ name: 'As It Is', value: 'stay', description: 'At the end, for a new one' },
		{ name: 'Before Another Section', value: 'before' },
	],
	default: 'stay',
	description: 'Where in the list it stands',
});

const anchor = shownFor(
	needed(
		optionalSectionField({ displayName: 'Other Section', name: 'otherSection', description: 'Beside which it stands' }),
	),
	{ sectionPlace: ['after', 'before'] },
);

/** What is wrong where a section is put beside one of another list; the name has been checked before. */
export const adviceOfPlace = (to: Record<string, string>) =>
	'insert_before' in to || 'insert_after' in to ? ofWrongValue(otherListsSection(anchor.label)) : undefined;

/** Where a section goes, in the words of the endpoints. */
export const place = fieldGroup('place', [where, anchor], ({ read }): Record<string, string> => {
	const chosen = read(where);
	return chosen === 'stay' ? {} : { [`insert_${chosen}`]: read(anchor) };
});

/** Source: …/task-v2/section/get */
export const SECTION = outputOf({
	guid: 'string',
	name: 'string',
	'is_default?': 'boolean',
	'tasklist_guid?': 'string',
	'tasklist_name?': 'string',
});

export const sectionItem = (found: JsonObject): IDataObject => ({
	guid: text(found.guid),
	name: sectionName(found),
	is_default: found.is_default === true,
	...(text(object(found.tasklist).guid) && {
		tasklist_guid: text(object(found.tasklist).guid),
		tasklist_name: text(object(found.tasklist).name),
	}),
});

export interface Answer {
	section: JsonObject;
}
