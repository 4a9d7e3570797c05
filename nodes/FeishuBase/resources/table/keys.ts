import { collectionField, rowsField } from '../../../shared/fields/nested';
import { filledField, flagField, listField, textField } from '../../../shared/fields/plain';
import { mappedField } from '../../../shared/operation/field';
import { kindField, type EnteredKind } from '../field/kinds';
import { defaultViewName } from './names';
import { FIRST } from './newFields';

const key = filledField({
	displayName: 'Key',
	name: 'key',
	placeholder: 'e.g. price',
	description: 'Of the input items, exactly as it is there',
});

export interface TypeOfKey {
	key: string;
	kind: EnteredKind;
	/** What complaints call the key's field. */
	label: string;
}

/** Types that somebody chose in place of the guessed ones. */
export const typesByKey = mappedField(
	rowsField(
		{
			displayName: 'Types',
			name: 'typesByKey',
			placeholder: 'Add type',
			description:
				'For keys whose type shall be another one than their values look like. Preview Only shows the types.',
			groupKey: 'type',
			groupName: 'Type',
		},
		[key, kindField],
	),
	(rows) => rows.map(({ read, label }): TypeOfKey => ({ key: read(key), kind: read(kindField), label: label(key) })),
);

const only = listField({
	displayName: 'Only Keys',
	name: 'only',
	placeholder: 'e.g. name, price',
	description: 'The keys that become fields; all unless given',
});

const except = listField({
	displayName: 'Leave Out Keys',
	name: 'except',
	placeholder: 'e.g. id, raw',
	description: 'Keys that become no fields',
});

export const primaryKey = textField({
	displayName: 'First Field',
	name: 'primaryKey',
	placeholder: 'e.g. name',
	description: `The key whose field comes first and names the records. ${FIRST}.`,
});

const previewOnly = flagField({
	displayName: 'Preview Only',
	name: 'previewOnly',
	default: true,
	description: 'Whether to give the fields with their types, and make no table',
});

export const keyOptions = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	defaultViewName,
	except,
	only,
	previewOnly,
	primaryKey,
]);
