import { isPlace } from '../../../../feishu/zones';
import { textField, type Words } from '../../../shared/fields/plain';
import { complaint, mappedField, type Field } from '../../../shared/operation/field';

/** Source: 1254031 of https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/bitable-v1/app/create and the length on that page */
const MAX_NAME = 255;

/** What a base is called. @throws InputError about what the platform takes for no name */
export function nameField<const N extends string>(words: Words<N>): Field<string, N> {
	return mappedField(textField({ ...words, placeholder: 'e.g. Projects' }), (name, label) => {
		if (name.length <= MAX_NAME && !/[?/\\*:[\]]/.test(name)) return name;
		throw complaint(label, "can't be the name of a base", `Use up to ${MAX_NAME} characters, without ? / \\ * : [ ]`);
	});
}

/** In which the base shows its dates; empty for the platform's choice. */
export const timeZoneField = mappedField(
	textField({
		displayName: 'Time Zone',
		name: 'timeZone',
		placeholder: 'e.g. Asia/Shanghai',
		description: 'In which the base shows its dates, and in which its days begin',
	}),
	(zone, label) => {
		if (zone === '' || (zone.includes('/') && isPlace(zone))) return zone;
		throw complaint(
			label,
			`holds no time zone: ${zone.slice(0, 40)}`,
			'Use a name such as Asia/Shanghai or Europe/Berlin',
		);
	},
);
