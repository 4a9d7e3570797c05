/** The types of columns that a person can make, with what each one needs to be made. */

const of = (type, ui_type, name, icon, more = {}) => ({ type, ui_type, name, icon, ...more });

/** `property(chosen)` gives what the platform wants beside the type; `asks` what the person is asked for. */
export const FIELD_TYPES = [
	of(1, 'Text', 'Text', 'A'),
	of(1, 'Email', 'Email', '@'),
	of(1, 'Barcode', 'Barcode', '▥'),
	of(2, 'Number', 'Number', '#', { property: () => ({ formatter: '0.00' }) }),
	of(2, 'Progress', 'Progress', '%', { property: () => ({ formatter: '0%' }) }),
	of(2, 'Currency', 'Currency', '¥', { property: () => ({ formatter: '0.00', currency_code: 'CNY' }) }),
	of(2, 'Rating', 'Rating', '★', {
		property: () => ({ formatter: '0', min: 0, max: 5, rating: { symbol: 'star' } }),
	}),
	of(3, 'SingleSelect', 'Single select', '◉', { asks: 'options', property: optionsProperty }),
	of(4, 'MultiSelect', 'Multiple select', '☰', { asks: 'options', property: optionsProperty }),
	of(5, 'DateTime', 'Date', '▦', { property: () => ({ date_formatter: 'yyyy/MM/dd HH:mm' }) }),
	of(7, 'Checkbox', 'Checkbox', '☑'),
	of(11, 'User', 'Person', '☺'),
	of(23, 'GroupChat', 'Group', '⚇'),
	of(13, 'Phone', 'Phone', '☎'),
	of(15, 'Url', 'Link', '⌁'),
	of(17, 'Attachment', 'Attachment', '⊕'),
	of(18, 'SingleLink', 'One-way link', '→', { asks: 'table', property: linkProperty }),
	of(21, 'DuplexLink', 'Two-way link', '⇄', { asks: 'table', property: linkProperty }),
	of(19, 'Lookup', 'Lookup', '⌕'),
	of(20, 'Formula', 'Formula', 'ƒ'),
	of(22, 'Location', 'Location', '◎'),
	of(24, 'Stage', 'Stage', '▷'),
	of(3001, 'Button', 'Button', '▣'),
	of(1001, 'CreatedTime', 'Created time', '◷'),
	of(1002, 'ModifiedTime', 'Last modified time', '◷'),
	of(1003, 'CreatedUser', 'Created by', '☺'),
	of(1004, 'ModifiedUser', 'Modified by', '☺'),
	of(1005, 'AutoNumber', 'Auto number', '№'),
];

function optionsProperty({ options = '' }) {
	const names = options
		.split(/\n|,|，/)
		.map((name) => name.trim())
		.filter((name) => name !== '');
	return { options: [...new Set(names)].map((name) => ({ name })) };
}

function linkProperty({ table_id: tableId }) {
	return { table_id: tableId };
}

/** Of a column as it is; one that the page does not know shows its number. */
export const typeOf = ({ type, ui_type: look }) =>
	FIELD_TYPES.find((one) => one.type === type && one.ui_type === look) ??
	FIELD_TYPES.find((one) => one.type === type) ?? { ...of(type, look, `Type ${type}`, '?') };

/**
 * What is sent for a column: all of it, because the platform replaces all of it. As long as the type stays, so does
 * what it has beside, such as the ids of options, without which cells would lose theirs.
 */
export function fieldRequest({ name, kind, before, ...chosen }) {
	const same = before && before.type === kind.type && before.ui_type === kind.ui_type;
	const property = same ? before.property : kind.property?.(chosen);
	return { field_name: name, type: kind.type, ui_type: kind.ui_type, ...(property && { property }) };
}
