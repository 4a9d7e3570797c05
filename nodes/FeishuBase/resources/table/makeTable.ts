import type { IDataObject } from 'n8n-workflow';

import type { FieldBody } from '../../../../feishu/base/fieldProperty';
import { fieldKind, FIELD_KINDS, kindWord } from '../../../../feishu/base/fieldKinds';
import type { JsonObject } from '../../../../feishu/json';
import type { Base } from '../../../shared/base/basePlace';
import type { Asking } from '../../../shared/client/asking';
import { forgetTables, GET_TABLES } from '../../../shared/base/contents';
import { perBase, perTable } from '../../../shared/client/pacing';

export const CREATE_TABLE = GET_TABLES.replace('GET', 'POST');
export const CHANGE_FIELD = 'PUT /open-apis/bitable/v1/apps/:app_token/tables/:table_id/fields/:field_id';

/** A field of a table that is to be made. */
export type NewField = FieldBody & JsonObject;

interface Wanted {
	name: string;
	defaultViewName?: string;
	fields: ReadonlyArray<NewField & { key?: string }>;
}

interface Made {
	table_id: string;
	default_view_id?: string;
	field_id_list?: string[];
}

/** Makes a table with its fields. @returns its IDs and its address @throws InputError, CallError */
export async function makeTable(asking: Asking, base: Base, wanted: Wanted): Promise<IDataObject> {
	const { name, defaultViewName: view, fields } = wanted;
	const app_token = await base.token(asking);
	const {
		table_id,
		default_view_id,
		field_id_list = [],
	} = await asking.feishu.call<Made>(CREATE_TABLE, {
		path: { app_token },
		body: {
			table: {
				name,
				...(view && { default_view_name: view }),
				...(fields.length > 0 && { fields: fields.map(asTableTakesIt) }),
			},
		},
		paces: [perBase(app_token)],
	});
	forgetTables(asking, app_token);
	const path = { app_token, table_id };
	for (const [place, field] of fields.entries()) {
		const field_id = field_id_list[place];
		if (isEmail(field) && field_id !== undefined) await makeEmail(asking, { ...path, field_id }, field);
	}
	const url = await base.addressOf(asking, { ...path, view_id: default_view_id });
	return {
		...path,
		name,
		...(url !== undefined && { url }),
		...(default_view_id !== undefined && { default_view_id }),
		...(fields.length > 0 && { fields: fields.map((field, place) => told(field, field_id_list[place])) }),
	};
}

const isEmail = ({ ui_type }: FieldBody) => ui_type === FIELD_KINDS.email.ui_type;

/** E-mail addresses are not among the kinds that a new table takes: such a field begins as text. Source: …/bitable-v1/app-table/create */
function asTableTakesIt({ key: _key, ...field }: NewField & { key?: string }): JsonObject {
	if (!isEmail(field as unknown as FieldBody)) return field;
	const { ui_type: _ui, ...plain } = field;
	return plain;
}

async function makeEmail(
	{ feishu }: Asking,
	path: { app_token: string; table_id: string; field_id: string },
	{ field_name, type, ui_type, description }: NewField,
): Promise<void> {
	const body = { field_name, type, ui_type, ...(description && { description }) };
	await feishu.call(CHANGE_FIELD, { path, body, idempotent: true, paces: [perTable(path)] });
}

/** A field of the table as the output has it. */
export function told({ field_name, type, ui_type, key }: NewField & { key?: string }, field_id?: string): IDataObject {
	const kind = fieldKind({ type, ui_type }) ?? kindWord({ type, ui_type });
	return { ...(field_id !== undefined && { field_id }), field_name, kind, type, ...(key !== undefined && { key }) };
}
