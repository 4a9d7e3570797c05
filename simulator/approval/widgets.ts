import { districtOf, pathOf } from './districts';
import { FILE_HOURS, fileAddress } from './files';
import { groups } from './widgetGroups';
import {
	isJson,
	type Json,
	momentIn,
	numberIn,
	optionsOf,
	type Place,
	stringIn,
	textsIn,
	type WidgetKind,
	wrong,
} from './widgetKind';
import type { Filled, Widget } from '../state/approvals';
import { refused } from './problem';

const asItIs = (kept: unknown): Json => ({ value: kept });

const TEXT: WidgetKind = { take: stringIn, show: asItIs };
const NUMBER: WidgetKind = { take: numberIn, show: asItIs };

/** One of the options by its key; it comes back as its text. Options from elsewhere come back as they went. */
const known = (key: string, widget: Widget): string => {
	if (widget.externalData || optionsOf(widget).some(({ value }) => value === key)) return key;
	throw wrong(widget, `option ${key} does not exist`);
};
const wordsOf = (key: unknown, widget: Widget): unknown =>
	widget.externalData ? key : (optionsOf(widget).find(({ value }) => value === key)?.text ?? key);

const RADIO: WidgetKind = {
	take: (value, widget) => known(stringIn(value, widget), widget),
	show: (kept, widget) => ({ value: wordsOf(kept, widget) }),
};
const CHECKBOX: WidgetKind = {
	take: (value, widget) => textsIn(value, widget).map((key) => known(key, widget)),
	show: (kept, widget) => ({ value: (kept as string[]).map((key) => wordsOf(key, widget)) }),
};

const AMOUNT: WidgetKind = {
	take(value, widget, _place, { currency }) {
		const range = isJson(widget.option) ? widget.option.currencyRange : undefined;
		if (typeof currency !== 'string') throw wrong(widget, 'currency is missing');
		if (Array.isArray(range) && !range.includes(currency)) throw wrong(widget, `currency ${currency} is not allowed`);
		return { amount: numberIn(value, widget), currency };
	},
	show(kept) {
		const { amount, currency } = kept as Json;
		return { value: amount, currency };
	},
};

/** People by user_id, or by open_id beside the value. */
const CONTACT: WidgetKind = {
	take(value, widget, { store, app }, { open_ids: openIds }) {
		const find = (idType: 'user_id' | 'open_id', ids: unknown) =>
			textsIn(ids, widget).map((id) => {
				const user = store.directory.find(app, idType, id);
				if (!user) throw wrong(widget, `user ${id} does not exist`);
				return user.open_id;
			});
		const hasIds = Array.isArray(value) && value.length > 0;
		const people = hasIds ? find('user_id', value) : find('open_id', openIds);
		const { multi } = isJson(widget.value) ? widget.value : {};
		if (people.length > 1 && multi === false) throw wrong(widget, 'only one user is allowed');
		return people;
	},
	show: (kept, _widget, { store, app }) => ({
		value: (kept as string[]).map((id) => store.directory.idFor(app, id, 'user_id')),
		open_ids: (kept as string[]).map((id) => store.directory.openIdFor(app, id)),
	}),
};

const DEPARTMENT: WidgetKind = {
	take(value, widget, { store }) {
		if (!Array.isArray(value) || value.length === 0) throw wrong(widget, 'value is not an array');
		return value.map((each: unknown) => {
			const id = isJson(each) ? each.open_id : undefined;
			if (typeof id !== 'string' || !store.contact.departments.has(id))
				throw wrong(widget, 'department does not exist');
			return id;
		});
	},
	show: (kept) => ({ value: (kept as string[]).map((open_id) => ({ open_id })) }),
};

const CONNECT: WidgetKind = {
	take: (value, widget, { store }) =>
		textsIn(value, widget).map((code) => {
			if (!store.approvals.instances.has(code)) throw wrong(widget, `instance ${code} does not exist`);
			return code;
		}),
	show: asItIs,
};

const DOCUMENT: WidgetKind = {
	take(value, widget) {
		const { token, type } = isJson(value) ? value : {};
		if (typeof token !== 'string' || typeof type !== 'string') throw wrong(widget, 'value has no token and type');
		return { token, type };
	},
	show(kept) {
		const { token, type } = kept as { token: string; type: string };
		return { value: { token, type, title: 'title', url: `https://company.feishu.cn/${type}/${token}` } };
	},
};

/** Files by the codes of their upload; each read gives new addresses. */
const files = (type: 'image' | 'attachment'): WidgetKind => ({
	take: (value, widget, { store }) =>
		textsIn(value, widget).map((code) => {
			if (store.approvals.files.get(code)?.type !== type) throw wrong(widget, `file ${code} does not exist`);
			return code;
		}),
	show(kept, _widget, place) {
		const until = place.store.clock.now() + FILE_HOURS * 3_600_000;
		const found = (kept as string[]).flatMap((code) => place.store.approvals.files.get(code) ?? []);
		const { approvalFileNames, approvalFileAddresses } = place.store.settings;
		const ampersand = approvalFileAddresses === 'escaped' ? '\\u0026' : '&';
		const value = found.map((file) => fileAddress(file, place.host, until).replaceAll('&', ampersand));
		const names = found.map(({ name }) => (approvalFileNames === 'quoted' ? `'${name}'` : name));
		return { value, ext: names.join(',') };
	},
});

const ADDRESS: WidgetKind = {
	take(value, widget) {
		const [first] = Array.isArray(value) ? (value as unknown[]) : [];
		if (!isJson(first) || typeof first.id !== 'string') throw wrong(widget, 'value has no id');
		if (!districtOf(first.id)) throw wrong(widget, `district ${first.id} does not exist`);
		return [first.id, typeof first.detailAddress === 'string' ? first.detailAddress : ''];
	},
	show(kept) {
		const [id = '', detail = ''] = kept as string[];
		const district = districtOf(id);
		return { value: [district ? pathOf(district) : '', detail].filter((part) => part !== '').join('/') };
	},
};

const TELEPHONE: WidgetKind = {
	take(value, widget) {
		const { countryCode, nationalNumber } = isJson(value) ? value : {};
		if (typeof countryCode !== 'string' || typeof nationalNumber !== 'string')
			throw wrong(widget, 'value has no countryCode and nationalNumber');
		return { countryCode, nationalNumber };
	},
	show(kept) {
		const { countryCode, nationalNumber } = kept as Json;
		return { value: { country_code: countryCode, national_number: nationalNumber } };
	},
};

const INTERVAL: WidgetKind = {
	take(value, widget, place) {
		const { start, end, interval } = isJson(value) ? value : {};
		const period = { start: momentIn(start, widget, place), end: momentIn(end, widget, place) };
		if (Date.parse(period.end) < Date.parse(period.start)) throw wrong(widget, 'end is before start');
		return { ...period, interval: numberIn(interval, widget) };
	},
	show: asItIs,
};

const DATE: WidgetKind = { take: momentIn, show: asItIs };

const ROWS: WidgetKind = {
	take(value, widget, place) {
		if (!Array.isArray(value) || value.length === 0) throw wrong(widget, 'value is not an array of rows');
		return value.map((row: unknown) => takeEntries(row, widget.children ?? [], place));
	},
	show: (kept, widget, place) => ({
		value: (kept as Filled[][]).map((row) => showEntries(row, widget.children ?? [], place)),
	}),
};

/** By type. Source: https://open.feishu.cn/document/server-docs/approval-v4/instance/approval-instance-form-control-parameters */
const KINDS: Readonly<Record<string, WidgetKind>> = {
	input: TEXT,
	textarea: TEXT,
	number: NUMBER,
	formula: NUMBER,
	amount: AMOUNT,
	date: DATE,
	dateInterval: INTERVAL,
	radio: RADIO,
	radioV2: RADIO,
	checkbox: CHECKBOX,
	checkboxV2: CHECKBOX,
	contact: CONTACT,
	department: DEPARTMENT,
	connect: CONNECT,
	document: DOCUMENT,
	attachment: files('attachment'),
	attachmentV2: files('attachment'),
	image: files('image'),
	imageV2: files('image'),
	address: ADDRESS,
	telephone: TELEPHONE,
	fieldList: ROWS,
	...groups({ takeEntries: (...all) => takeEntries(...all) }),
};

/** Whether a request can fill it in; what people see in the client alone it can't. */
export const isCreatable = ({ type }: Widget): boolean => Object.hasOwn(KINDS, type);

function requireComputed(filled: readonly Filled[], widgets: readonly Widget[]): void {
	for (const widget of widgets) {
		const kept = filled.find(({ id }) => id === widget.id)?.kept;
		if (!widget.computes || kept === undefined) continue;
		const factors = widget.computes.map((of) => Number(filled.find(({ id }) => id === of)?.kept ?? 0));
		const product = factors.reduce((all, factor) => all * factor, 1);
		if (kept !== product) throw wrong(widget, `value is not the computed ${product}`);
	}
}

/** The entries of a form or of one row: each of a widget that is there, none twice, each with its value. */
export function takeEntries(entries: unknown, widgets: readonly Widget[], place: Place): Filled[] {
	if (!Array.isArray(entries)) throw refused.params('form is not an array');
	const filled = entries.map((entry: unknown): Filled => {
		if (!isJson(entry)) throw refused.params('form is not an array of widgets');
		const widget = widgets.find(({ id, custom_id: custom }) => entry.id === id || entry.id === custom);
		if (!widget) throw refused.widget(String(entry.id), 'widget does not exist');
		if (entry.type !== widget.type) throw wrong(widget, `type is not ${widget.type}`);
		const kind = KINDS[widget.type];
		if (!kind) throw wrong(widget, `${widget.type} is not supported`);
		const beside = widget.type === 'contact' && entry.open_ids !== undefined;
		if (!beside && (entry.value === undefined || entry.value === null)) throw wrong(widget, 'value is empty');
		return { id: widget.id, kept: kind.take(entry.value, widget, place, entry) };
	});
	const twice = filled.find(({ id }, index) => filled.findIndex((other) => other.id === id) !== index);
	if (twice) throw refused.widget(twice.id, 'widget is given twice');
	requireComputed(filled, widgets);
	return filled;
}

/** In the order of the definition. */
export function showEntries(filled: readonly Filled[], widgets: readonly Widget[], place: Place): Json[] {
	return widgets.flatMap((widget) => {
		const found = filled.find(({ id }) => id === widget.id);
		if (!found) return [];
		const { id, custom_id, name, type } = widget;
		const shown = KINDS[type]?.show(found.kept, widget, place) ?? {};
		return [{ id, ...(custom_id !== undefined && { custom_id }), name, type, ...shown }];
	});
}
