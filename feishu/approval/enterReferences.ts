/** Values that name something else: people, departments, other approvals, documents, files, districts. */
import { anyAddress } from '../drive/anyAddress';
import { isObject, object, text } from '../json';
import { entriesIn, now, shown, type Enter } from './enter';
import { personNeed, refusal, type FormNeed } from './formNeeds';

export const asPeople: Enter = (_widget, value, label, desk) => {
	const entries = entriesIn(value, ['open_id', 'email', 'user_id', 'id', 'name']);
	const needs = entries.map((entry) => {
		const need = personNeed(entry);
		if (need) desk.need(need, label);
		return need ?? entry;
	});
	return (found) => ({
		open_ids: needs.map((need) => (typeof need === 'string' ? need : found(need, label))),
	});
};

export const asDepartments: Enter = (_widget, value, label, desk) => {
	const entries = entriesIn(value, ['open_department_id', 'open_id', 'name']);
	const needs = entries.map((entry): string | FormNeed => {
		if (entry.startsWith('od-')) return entry;
		const need: FormNeed = { kind: 'department', value: entry };
		desk.need(need, label);
		return need;
	});
	return (found) => ({
		value: needs.map((need) => ({ open_id: typeof need === 'string' ? need : found(need, label) })),
	});
};

const CODE = /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/i;

export const asInstances: Enter = (_widget, value, label) => {
	const codes = entriesIn(value, ['instance_code']);
	const wrong = codes.find((code) => !CODE.test(code));
	if (wrong !== undefined)
		throw refusal(label, `holds no code of an instance: ${shown(wrong)}`, 'It comes out of Create and Get');
	return now({ value: codes });
};

export const asDocument: Enter = (_widget, value, label) => {
	const given = isObject(value) ? text(value.url) || text(value.token) : String(value);
	const { token, type = 'docx' } = anyAddress(label, given);
	return now({ value: { token, type } });
};

/** Names of the item's files, or codes of files that were uploaded before. */
export const asFiles =
	(as: 'image' | 'attachment'): Enter =>
	(_widget, value, label, desk) => {
		const needs = entriesIn(value, ['code']).map((entry): string | FormNeed => {
			if (!desk.hasFile(entry)) {
				if (CODE.test(entry)) return entry;
				throw refusal(
					label,
					`names a file that the item does not have: ${shown(entry)}`,
					'Enter the name of an input field that holds a file, such as data',
				);
			}
			const need: FormNeed = { kind: 'file', as, value: entry };
			desk.need(need, label);
			return need;
		});
		return (found) => ({ value: needs.map((need) => (typeof need === 'string' ? need : found(need, label))) });
	};

/** A district by its ID or its name, with the words of the address: an object, or the district alone. */
export const asAddress: Enter = ({ detailed }, value, label, desk) => {
	const { district = isObject(value) ? value.id : value, detail, detailAddress = detail } = object(value);
	const entered = String(district ?? '').trim();
	if (entered === '') throw refusal(label, 'names no district', 'Enter the name of a city or a district, or its ID');
	const words = detailed && detailAddress ? { detailAddress: String(detailAddress) } : {};
	if (/^\d+$/.test(entered)) return now({ value: [{ id: entered, ...words }] });
	const need: FormNeed = { kind: 'district', value: entered };
	desk.need(need, label);
	return (found) => ({ value: [{ id: found(need, label), ...words }] });
};
