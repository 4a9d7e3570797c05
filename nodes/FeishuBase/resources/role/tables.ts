import type { RuleRow } from '../../../../feishu/base/roleRules';
import type { JsonObject } from '../../../../feishu/json';
import { searchTables } from '../../../shared/base/searchTables';
import { GET_FIELDS, GET_TABLES } from '../../../shared/base/contents';
import { fromList, optionalLocatorField, TEXT } from '../../../shared/fields/locator';
import { collectionField, rowsField } from '../../../shared/fields/nested';
import { choiceField, flagField, jsonObjectField } from '../../../shared/fields/plain';
import { empty, mappedField } from '../../../shared/operation/field';
import { conditionsField } from './conditions';

/** What a role may do with a table, as filled in. */
export interface TableWish {
	/** `tbl…`, a name, or an address. */
	table: string;
	permission: keyof typeof PERMISSIONS;
	conditions: RuleRow[];
	more: More;
	/** What complaints call the row's fields. */
	labels: { table: string; conditions: string; fields: string };
}

export interface More {
	addRecords?: boolean;
	deleteRecords?: boolean;
	fieldPermissions?: JsonObject;
	json?: JsonObject;
	match?: 'and' | 'or';
	others?: 'hidden' | 'view';
	ownRecords?: boolean;
	views?: 'view' | 'edit';
}

/** The platform's numbers. */
export const PERMISSIONS = { none: 0, view: 1, edit: 2, manage: 4 } as const;

const table = optionalLocatorField({
	displayName: 'Table',
	name: 'roleTable',
	description: 'A table of the base',
	modes: [
		fromList('searchTables', 'Choose a table…'),
		{ displayName: 'By Name or ID', name: 'id', ...TEXT, placeholder: 'e.g. tblsRc9GRRXKqhvW' },
	],
	searches: { searchTables },
	calls: [GET_TABLES, GET_FIELDS],
});

const permission = choiceField({
	displayName: 'Permission',
	name: 'permission',
	options: [
		{ name: 'Edit', value: 'edit', description: 'Records may be changed, as far as the rest allows it' },
		{ name: 'Manage', value: 'manage', description: 'All of the table, fields and views included' },
		{ name: 'None', value: 'none', description: 'The table is not seen' },
		{ name: 'View', value: 'view', description: 'Records may be read' },
	],
	default: 'view',
	description: 'What the role may do with the table',
});

const fieldPermissions = jsonObjectField({
	displayName: 'Field Permissions (JSON)',
	name: 'fieldPermissions',
	description: 'None, view, add or edit by the name of a field; * stands for all others, which otherwise are not seen',
	placeholder: '{"Salary": "none", "*": "view"}',
});

const more = collectionField({ displayName: 'More', name: 'more', placeholder: 'Add Field' }, [
	flagField({
		displayName: 'Add Records',
		name: 'addRecords',
		default: false,
		description: 'Whether records may be added; for Edit',
	}),
	choiceField({
		displayName: 'Conditions Match',
		name: 'match',
		options: [
			{ name: 'All', value: 'and' },
			{ name: 'Any', value: 'or' },
		],
		default: 'or',
		description: 'Whether all conditions have to be met, or any of them',
	}),
	flagField({
		displayName: 'Delete Records',
		name: 'deleteRecords',
		default: false,
		description: 'Whether records may be deleted; for Edit',
	}),
	fieldPermissions,
	jsonObjectField({
		displayName: 'Further Settings (JSON)',
		name: 'json',
		description: 'What the API has besides, such as view_rules, field_action_rules and other_rec_rule',
	}),
	choiceField({
		displayName: 'Other Records',
		name: 'others',
		options: [
			{ name: 'Are Hidden', value: 'hidden' },
			{ name: 'May Be Viewed', value: 'view' },
		],
		default: 'view',
		description: 'What becomes of records that the conditions leave out; for Edit',
	}),
	flagField({
		displayName: 'Own Records Only',
		name: 'ownRecords',
		default: true,
		description: 'Whether people see only records that they created themselves; beside other conditions it is one more',
	}),
	choiceField({
		displayName: 'Views',
		name: 'views',
		options: [
			{ name: 'May Be Edited', value: 'edit' },
			{ name: 'May Be Viewed', value: 'view' },
		],
		default: 'view',
		description: 'What may be done with the views of the table',
	}),
]);

/** Conditions, and what goes by fields, are for tables that are seen in part. */
const IN_PART: readonly string[] = ['view', 'edit'];

/** The tables of a role: one row each. Tables without a row are not seen. */
export const tablesField = mappedField(
	rowsField(
		{
			displayName: 'Tables',
			name: 'tables',
			groupKey: 'table',
			groupName: 'Table',
			placeholder: 'Add Table',
			description: 'What the role may do with each table',
		},
		[table, permission, conditionsField, more],
	),
	(rows) =>
		rows.map((row): TableWish => {
			const chosen = row.read(table);
			if (!chosen) throw empty(row.label(table), 'e.g. tblsRc9GRRXKqhvW');
			const given = row.read(permission);
			const conditions = row.read(conditionsField);
			const rest = row.read(more);
			if (!IN_PART.includes(given)) {
				const how = `stand beside the permission '${given}'`;
				if (conditions.length > 0 || rest.ownRecords)
					throw row.refuse(conditionsField, how, 'Records are chosen for View and Edit only');
				if (Object.keys(rest.fieldPermissions ?? {}).length > 0)
					throw row.refuse(
						more,
						`has field permissions beside the permission '${given}'`,
						'Fields are chosen for View and Edit only',
					);
			}
			return {
				table: chosen.value,
				permission: given,
				conditions,
				more: rest,
				labels: {
					table: row.label(table),
					conditions: row.label(conditionsField),
					fields: `${row.label(more)} → ${fieldPermissions.label}`,
				},
			};
		}),
);
