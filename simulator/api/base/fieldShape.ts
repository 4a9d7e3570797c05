import { MADE_BY_CALLS } from '../../base/property';
import { type Field, integer, nested, object, required, text } from '../../platform/validate';

/** The types that calls may make; others, such as lookups and steps, are none to the gateway. */
const fieldType: Field<number | undefined> = {
	read(value, name, source, violations) {
		const type = integer().read(value, name, source, violations);
		if (type !== undefined && !MADE_BY_CALLS.includes(type))
			violations.push({
				field: name,
				value: String(type),
				description: `${name} is optional, options: [${MADE_BY_CALLS.join(',')}]`,
			});
		return type;
	},
};

export const FIELD_SHAPE = {
	field_name: required(text(), { allowEmpty: true }),
	type: required(fieldType),
	ui_type: text(),
	property: object(),
	description: nested({ text: text() }),
};
