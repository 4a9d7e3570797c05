import { isPlace } from '../../../feishu/zones';
import { plainField, type Words } from '../fields/plain';
import { textOf } from '../fields/values';
import { complaint, type Field, type LoadOptions } from '../operation/field';

/** The zones that this machine knows. @param usual what is taken where none is chosen */
async function zonesBeside(usual: string) {
	const names = ['UTC', ...Intl.supportedValuesOf('timeZone')];
	const zones = [...new Set(names)].filter(isPlace).sort();
	// An option that was added and left alone is empty, which the panel would show as wrong.
	return await Promise.resolve([{ name: usual, value: '' }, ...zones.map((name) => ({ name, value: name }))]);
}

const getTimeZones: LoadOptions = async () => await zonesBeside("The Workflow's");
const getTimeZonesOfEvent: LoadOptions = async () => await zonesBeside("The Event's");
/** What is taken where no zone is chosen, by the list that says so. */
const USUAL = { workflow: { getTimeZones }, event: { getTimeZonesOfEvent } };

/** A zone of the IANA database; undefined where none is chosen, which is as if it were not there. @throws InputError about an unknown one */
export function timeZoneField<const N extends string = 'timeZone'>(
	words: Partial<Omit<Words<N>, 'description'>> = {},
	usual: keyof typeof USUAL = 'workflow',
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
			typeOptions: { loadOptionsMethod: Object.keys(USUAL[usual])[0] },
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
		{ methods: { loadOptions: USUAL[usual] } },
	);
}
