import { isObject, text } from '../json';
import type { BaseField } from './baseField';
import { personNeed, type CellNeed, type PreparedCell } from './cellNeeds';
import { each, MOST, refusal, shown, tooMany, unique, wrong } from './cellRefusals';

export function people(field: BaseField, value: unknown): PreparedCell {
	const given = each(value);
	if (given.length > MOST.people) throw tooMany(field, given.length, MOST.people, 'people');
	if (field.property?.multiple === false && given.length > 1)
		throw refusal(field, `takes one person, not ${given.length}`, 'Choose one of them');
	const refs = given.map((one) => personIn(field, one));
	return {
		needs: refs.filter((ref) => typeof ref !== 'string'),
		wire: (found) => unique(refs.map((ref) => (typeof ref === 'string' ? ref : found(ref)))).map((id) => ({ id })),
	};
}

/** An open_id, or by what one is looked up. */
function personIn(field: BaseField, value: unknown): string | CellNeed {
	const given = isObject(value) ? text(value.id) || text(value.open_id) || text(value.email) : String(value).trim();
	if (given === '') throw wrong(field, value, 'Give an open_id, an e-mail address, a mobile number or a name');
	return given.startsWith('ou_') ? given : personNeed(given);
}

export function groups(field: BaseField, value: unknown): Array<{ id: string }> {
	const ids = each(value).map((one) => (isObject(one) ? text(one.id) || text(one.chat_id) : String(one).trim()));
	const other = ids.find((id) => !id.startsWith('oc_'));
	if (other !== undefined) throw wrong(field, other, 'Give the chat IDs of groups: they start with oc_');
	if (ids.length > MOST.groups) throw tooMany(field, ids.length, MOST.groups, 'groups');
	return unique(ids).map((id) => ({ id }));
}

export function attachments(field: BaseField, value: unknown, { files }: { files: readonly string[] }): PreparedCell {
	const refs = each(value).map((one): string | CellNeed => {
		const given = isObject(one) ? text(one.file_token) : String(one).trim();
		if (!isObject(one) && files.includes(given)) return { kind: 'file', value: given };
		if (isObject(one) ? given !== '' : /^[A-Za-z0-9]{20,}$/.test(given)) return given;
		const has = files.length === 0 ? 'It has no files' : `It has files in: ${files.join(', ')}`;
		throw refusal(field, `takes files of the item; it has none in '${shown(one)}'`, has);
	});
	if (refs.length > MOST.files) throw tooMany(field, refs.length, MOST.files, 'files');
	return {
		needs: refs.filter((ref) => typeof ref !== 'string'),
		wire: (found) =>
			unique(refs.map((ref) => (typeof ref === 'string' ? ref : found(ref)))).map((file_token) => ({ file_token })),
	};
}

/** Record IDs, what other operations give of linked records, or what the first column of the linked table holds. */
export function links(field: BaseField, value: unknown): PreparedCell {
	const table = text(field.property?.table_id);
	const refs = recordsIn(value).map((one): string | CellNeed => {
		const given = isObject(one) ? text(one.record_id) || text(one.id) : String(one).trim();
		if (given === '') throw wrong(field, one, 'Give IDs of records (rec…), or what their first column holds');
		return /^rec\w+$/.test(given) ? given : { kind: 'record', table, value: given };
	});
	if (refs.length > MOST.links) throw tooMany(field, refs.length, MOST.links, 'records');
	if (field.property?.multiple === false && refs.length > 1)
		throw refusal(field, `takes one record, not ${refs.length}`, 'Choose one of them');
	return {
		needs: refs.filter((ref) => typeof ref !== 'string'),
		wire: (found) => unique(refs.map((ref) => (typeof ref === 'string' ? ref : found(ref)))),
	};
}

function recordsIn(value: unknown): unknown[] {
	if (Array.isArray(value)) return value.flatMap(recordsIn);
	if (!isObject(value)) return each(value);
	const ids = [value.link_record_ids, value.record_ids].find(Array.isArray) as unknown[] | undefined;
	return ids ?? [value];
}
