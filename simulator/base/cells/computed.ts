import type { Kind, Place } from '../kind';
import { personOf } from './people';

/** What a formula or a lookup came to: values of one type. */
export interface Computed {
	/** As of fields: 1 is text, 2 a number, 5 a date. */
	type: number;
	ui_type?: string;
	value: unknown[];
}

const bare = ({ type, value }: Computed): unknown => (type === 1 || value.length > 1 ? value : value[0]);

const said = (value: unknown): string => {
	if (typeof value !== 'object' || value === null) return String(value);
	const { text, name, id } = value as { text?: unknown; name?: unknown; id?: unknown };
	return String(text ?? name ?? id ?? JSON.stringify(value));
};

export const COMPUTED: Kind<Computed> = {
	search: (computed, { store }) => (store.settings.baseFormulaValues === 'lists' ? computed : bare(computed)),
	// As a text, unless the form of what it leads to is asked for.
	legacy: (computed, _place, { formulasAsFields }) =>
		formulasAsFields ? bare(computed) : [{ type: 'text', text: computed.value.map(said).join(',') }],
	event: () => '',
	words: ({ value }) => value.map(said),
	amount: ({ value }) => Number(value[0]),
};

const time = (of: 'created_time' | 'modified_time'): Kind<number> => ({
	computed: (record) => record[of],
	search: (ms) => ms,
	event: String,
	words: (ms) => [String(ms)],
	amount: (ms) => ms,
});

const person = (of: 'created_by' | 'modified_by'): Kind<string[]> => ({
	computed: (record) => [record[of]],
	search: (ids, place) => ids.map((id) => personOf(place, id)),
	// One person, where search has a list.
	legacy: ([id = ''], place) => personOf(place, id),
	event: (ids, { store, app }) => JSON.stringify(ids.map((id) => ({ id: store.directory.openIdFor(app, id) }))),
	words: (ids, { store }) => ids.map((id) => store.contact.users.get(id)?.name ?? store.apps.byBot(id)?.name ?? ''),
	people: (ids) => ids,
});

export const CREATED_TIME = time('created_time');
export const MODIFIED_TIME = time('modified_time');
export const CREATED_USER = person('created_by');
export const MODIFIED_USER = person('modified_by');

interface Rule {
	type: 'system_number' | 'fixed_text' | 'created_time';
	value: string;
}

/** A moment in the zone of the base, in the letters of the rule: `yyyyMMdd`, `MM`. */
function dated(ms: number, pattern: string, timeZone: string): string {
	const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
	const [year = '', month = '', day = ''] = parts.format(ms).split('-');
	return pattern.replace('yyyy', year).replace('MM', month).replace('dd', day);
}

const part = ({ type, value }: Rule, count: number, created: number, { base }: Place): string => {
	if (type === 'fixed_text') return value;
	return type === 'created_time' ? dated(created, value, base.time_zone) : String(count).padStart(Number(value), '0');
};

interface Numbered {
	digits: string;
	whole: string;
}

export const AUTO_NUMBER: Kind<Numbered> = {
	computed({ number, created_time: created }, place) {
		const { type, options = [] } = (place.field.property?.auto_serial ?? {}) as { type?: string; options?: Rule[] };
		const digits = String(number);
		if (type !== 'custom' || options.length === 0) return { digits, whole: digits };
		return { digits, whole: options.map((rule) => part(rule, number, created, place)).join('') };
	},
	search: ({ whole }) => whole,
	event: ({ whole }) => whole,
	// Conditions know only the digits that count.
	words: ({ digits }) => [digits],
	amount: ({ digits }) => Number(digits),
};
