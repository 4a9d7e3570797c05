import { isPlace } from '../../../feishu/zones';
import { plainField, type Words } from '../fields/plain';
import { textOf } from '../fields/values';
import { complaint, type Field, type LoadOptions } from '../operation/field';

const getTimeZones: LoadOptions = async function () {
	const names = ['UTC', ...Intl.supportedValuesOf('timeZone')];
	const zones = [...new Set(names)].filter(isPlace).sort();
	// An option that was added and left alone is empty, which the panel would show as wrong.
	const usual = { name: 'The Usual One', value: '' };
	return await Promise.resolve([usual, ...zones.map((name) => ({ name, value: name }))]);
};

/** A zone of the IANA database; undefined where none is chosen, which is as if it were not there. @throws InputError about an unknown one */
export function timeZoneField<const N extends string = 'timeZone'>(
	words: Partial<Omit<Words<N>, 'description'>> = {},
): Field<string | undefined, N> {
	return plainField(
		{
			displayName: 'Time Zone Name or ID',
			description:
				'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
			hint: 'Of times that are written without an offset; that of the workflow unless chosen',
			...words,
			name: (words.name ?? 'timeZone') as N,
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getTimeZones' },
			default: '',
		},
		(value, label) => {
			const zone = textOf(label.replace(/ Name or ID$/, ''), value).trim();
			if (zone === '') return undefined;
			if (isPlace(zone)) return zone;
			throw complaint(
				label.replace(/ Name or ID$/, ''),
				`holds no time zone: ${zone.slice(0, 40)}`,
				'Use an area and a city, such as Asia/Shanghai or Europe/Berlin',
			);
		},
		{ methods: { loadOptions: { getTimeZones } } },
	);
}
