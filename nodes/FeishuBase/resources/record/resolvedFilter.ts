import { FIELD, type BaseField } from '../../../../feishu/base/baseField';
import { personNeed } from '../../../../feishu/base/cellNeeds';
import { fieldNamed } from '../../../../feishu/base/fieldNamed';
import { takesNoValue } from '../../../../feishu/base/filterOperators';
import type { FilterGroup, FilterRow } from '../../../../feishu/base/recordFilter';
import { InputError } from '../../../../feishu/input';
import { text } from '../../../../feishu/json';
import type { Asking } from '../../../shared/client/asking';
import type { TablePath } from '../../../shared/base/contents';
import { recordsByTitle } from '../../../shared/base/linkedRecords';
import { openIdsOf } from '../../../shared/contact/openIds';
import { splitList } from '../../../shared/fields/values';

const PEOPLE: readonly number[] = [FIELD.person, FIELD.createdBy, FIELD.modifiedBy];
const LINKS: readonly number[] = [FIELD.link, FIELD.twoWayLink];

/**
 * The filter with IDs in place of names: the platform compares people and linked records by their IDs alone.
 * @throws InputError about whom or what nobody found; CallError
 */
export async function resolvedFilter(
	asking: Asking,
	path: TablePath,
	group: FilterGroup,
	fields: readonly BaseField[],
): Promise<FilterGroup> {
	const { conjunction, rows, groups = [] } = group;
	const resolved: FilterRow[] = [];
	for (const row of rows) resolved.push(await resolvedRow(asking, path, row, fields));
	const inside: FilterGroup[] = [];
	for (const one of groups) inside.push(await resolvedFilter(asking, path, one, fields));
	return { conjunction, rows: resolved, groups: inside };
}

async function resolvedRow(
	asking: Asking,
	{ app_token }: TablePath,
	row: FilterRow,
	fields: readonly BaseField[],
): Promise<FilterRow> {
	const field = fieldNamed(row.field, row.field, fields);
	if (takesNoValue(row.operator) || Array.isArray(row.value) || typeof row.value === 'object') return row;
	const entered = splitList(row.value);
	if (PEOPLE.includes(field.type)) return { ...row, value: await peopleIn(asking, field, entered) };
	if (!LINKS.includes(field.type)) return row;
	const titles = entered.filter((one) => !/^rec\w+$/.test(one));
	const table_id = text(field.property?.table_id);
	const found = await recordsByTitle(asking, { app_token, table_id }, titles);
	const unknown = titles.find((one) => found.get(one)?.length === 0);
	if (unknown !== undefined) throw noRecord(field, unknown);
	return { ...row, value: entered.flatMap((one) => found.get(one) ?? [one]) };
}

async function peopleIn({ feishu }: Asking, field: BaseField, entered: readonly string[]): Promise<string[]> {
	const known = entered.filter((one) => !one.startsWith('ou_')).map(personNeed);
	const ids = await openIdsOf(feishu, known);
	return entered.flatMap((one) => {
		if (one.startsWith('ou_')) return [one];
		const found = ids.of(personNeed(one));
		if (found.length > 0) return found;
		throw new InputError(
			field.field_name,
			`The filter by '${field.field_name}' names nobody: '${one.slice(0, 60)}'`,
			'Give an ID (ou_…), an e-mail address, or the name as the organization has it',
		);
	});
}

const noRecord = (field: BaseField, title: string): InputError =>
	new InputError(
		field.field_name,
		`The filter by '${field.field_name}' names no record: '${title.slice(0, 60)}'`,
		'Give the ID of a record (rec…), or what its first column holds',
	);
