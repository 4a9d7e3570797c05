import { flag, integer, nested, objects, oneOf, required, text, texts, type Values } from '../../platform/validate';
import { type CustomField, FIELD_TYPES, type FieldOption, type FieldType } from '../../state/tasks';
import { fieldRight, reachField, reachList } from '../../task/access';
import { actorOf } from '../../task/actors';
import { newField, newOption } from '../../task/make';
import { refused } from '../../task/problem';
import { fieldView } from '../../task/views';
import { PAGING, SLOW, taskPage, taskRoute, V2, viewedBy } from './taskRoute';
import { nameIn } from './tasklists';

const FIELDS = `${V2}/custom_fields`;
const ONE_FIELD = `${FIELDS}/:custom_field_guid`;
const READ = ['task:custom_field:read', 'task:custom_field:write'];
const WRITE = ['task:custom_field:write', 'task:custom_field:writeonly'];
/** As the pages have it: the scopes of lists, and of fields the one for writing alone. */
const CHANGE_OPTIONS = ['task:custom_field:writeonly', 'task:tasklist:write'];
const MAKE_OPTIONS = [...CHANGE_OPTIONS, 'task:tasklist:read'];
const RESOURCE = { resource_type: required(oneOf(['tasklist'])), resource_id: required(text()) };
const MOST_OPTIONS = 100;
const MOST_COLORS = 54;

const OPTION = { name: text(), color_index: integer(), is_hidden: flag() };
const OPTIONS = nested({ options: objects({ guid: text(), ...OPTION }) });
const SETTINGS = {
	number_setting: nested({
		format: oneOf(['normal', 'percentage', 'cny', 'usd', 'custom']),
		custom_symbol: text(),
		custom_symbol_position: oneOf(['left', 'right']),
		separator: oneOf(['none', 'thousand']),
		decimal_count: integer({ min: 0, max: 6 }),
	}),
	member_setting: nested({ multi: flag() }),
	datetime_setting: nested({ format: text() }),
	single_select_setting: OPTIONS,
	multi_select_setting: OPTIONS,
	text_setting: nested({}),
};
type Settings = Partial<Values<typeof SETTINGS>>;

const DEFAULTS: Readonly<Record<FieldType, Record<string, unknown>>> = {
	number: { format: 'normal', separator: 'none', decimal_count: 0 },
	member: { multi: true },
	datetime: { format: 'yyyy-mm-dd' },
	single_select: {},
	multi_select: {},
	text: {},
};

const isSelect = (type: FieldType) => type === 'single_select' || type === 'multi_select';

function optionOf(given: Values<typeof OPTION>): FieldOption {
	const { color_index = 0, is_hidden = false } = given;
	if (color_index < 0 || color_index > MOST_COLORS) throw refused.params('invalid color_index');
	return newOption(nameIn('option name', given.name), { color_index, is_hidden });
}

/** The setting of a type, and what it has for options; options that have a guid stay who they are. */
function settingOf(type: FieldType, given: Settings, before?: CustomField): Pick<CustomField, 'setting' | 'options'> {
	const own = given[`${type}_setting`] as Record<string, unknown> | undefined;
	if (!isSelect(type)) {
		const said = Object.fromEntries(Object.entries(own ?? {}).filter(([, value]) => value !== undefined));
		const setting = { ...(before?.setting ?? DEFAULTS[type]), ...said };
		const { format, custom_symbol: symbol } = setting;
		if (format === 'custom' && (typeof symbol !== 'string' || symbol === '' || symbol.length > 4))
			throw refused.params('custom_symbol is required');
		return { setting, options: [] };
	}
	const wanted = (own?.options ?? before?.options ?? []) as Array<Values<typeof OPTION> & { guid?: string }>;
	if (wanted.length > MOST_OPTIONS) throw refused.params('too many options');
	const options = wanted.map(({ guid, ...one }) => {
		const known = before?.options.find((option) => option.guid === guid);
		if (guid && before && !known) throw refused.params(`option ${guid} not found`);
		return known ? { ...optionOf(one), is_hidden: known.is_hidden, guid: known.guid } : optionOf(one);
	});
	return { setting: {}, options };
}

function placeOption(
	options: FieldOption[],
	option: FieldOption,
	{
		insert_before: before,
		insert_after: after,
	}: { insert_before: string | undefined; insert_after: string | undefined },
): FieldOption[] {
	if (before && after) throw refused.params('insert_before and insert_after exclude each other');
	const others = options.filter((one) => one !== option);
	const found = others.findIndex(({ guid }) => guid === (before ?? after));
	if ((before ?? after) && found < 0) throw refused.params('option not found');
	const at = before ? found : after ? found + 1 : others.length;
	return [...others.slice(0, at), option, ...others.slice(at)];
}

const PLACED = { insert_before: text(), insert_after: text() };

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/task-v2/custom_field/create and its neighbors */
export const customFieldRoutes = [
	taskRoute({
		method: 'POST',
		path: FIELDS,
		scopes: WRITE,
		tier: SLOW,
		body: { ...RESOURCE, name: required(text()), type: required(oneOf(FIELD_TYPES)), ...SETTINGS },
		handle(call) {
			const { store } = call.platform;
			const { guid } = reachList(store, call.by, call.body.resource_id, 'edit');
			const { name, type } = call.body;
			const parts = settingOf(type, call.body);
			const field = newField(store, actorOf(call.by), { name: nameIn('name', name), type, lists: [guid], ...parts });
			store.changed();
			return { data: { custom_field: fieldView(viewedBy(call), field) } };
		},
	}),
	taskRoute({
		method: 'GET',
		path: FIELDS,
		scopes: READ,
		tier: SLOW,
		query: { ...PAGING, resource_type: oneOf(['tasklist']), resource_id: text() },
		handle(call) {
			const { store } = call.platform;
			const { resource_id: id } = call.query;
			const who = actorOf(call.by);
			const fields = id
				? store.tasks.fieldsOf(reachList(store, call.by, id).guid)
				: [...store.tasks.fields.values()].filter((field) => fieldRight(store, field, who));
			return taskPage(call, fields, `fields ${id} ${who.id}`, (field) => fieldView(viewedBy(call), field));
		},
	}),
	taskRoute({
		method: 'GET',
		path: ONE_FIELD,
		scopes: READ,
		tier: SLOW,
		handle(call) {
			const field = reachField(call.platform.store, call.by, call.params.custom_field_guid);
			return { data: { custom_field: fieldView(viewedBy(call), field) } };
		},
	}),
	taskRoute({
		method: 'PATCH',
		path: ONE_FIELD,
		scopes: WRITE,
		tier: SLOW,
		body: { custom_field: nested({ name: text(), ...SETTINGS }), update_fields: required(texts()) },
		handle(call) {
			const { store } = call.platform;
			const field = reachField(store, call.by, call.params.custom_field_guid, 'edit');
			const { custom_field: given, update_fields: names } = call.body;
			const own = `${field.type}_setting`;
			const unknown = names.filter((name) => name !== 'name' && name !== own);
			if (names.length === 0 || unknown.length > 0) throw refused.params(`invalid update_fields ${unknown.join(',')}`);
			const name = names.includes('name') ? nameIn('name', given?.name) : field.name;
			const parts = names.includes(own) ? settingOf(field.type, given ?? {}, field) : {};
			Object.assign(field, parts, { name, updated_at: store.tick() });
			store.changed();
			return { data: { custom_field: fieldView(viewedBy(call), field) } };
		},
	}),
	...(['add', 'remove'] as const).map((what) =>
		taskRoute({
			method: 'POST',
			path: `${ONE_FIELD}/${what}`,
			scopes: WRITE,
			tier: SLOW,
			body: RESOURCE,
			handle({ platform: { store }, by, params, body }) {
				const field = reachField(store, by, params.custom_field_guid, 'edit');
				const { guid } = reachList(store, by, body.resource_id, 'edit');
				const others = field.lists.filter((list) => list !== guid);
				field.lists = what === 'add' ? [...others, guid] : others;
				store.changed();
				return { data: {} };
			},
		}),
	),
	taskRoute({
		method: 'POST',
		path: `${ONE_FIELD}/options`,
		scopes: MAKE_OPTIONS,
		tier: SLOW,
		body: { ...OPTION, name: required(text()), ...PLACED },
		handle({ platform: { store }, by, params, body }) {
			const field = reachField(store, by, params.custom_field_guid, 'edit');
			if (!isSelect(field.type)) throw refused.params('the field has no options');
			if (field.options.length >= MOST_OPTIONS) throw refused.params('too many options');
			const option = optionOf(body);
			field.options = placeOption(field.options, option, body);
			store.changed();
			return { data: { option } };
		},
	}),
	taskRoute({
		method: 'PATCH',
		path: `${ONE_FIELD}/options/:option_guid`,
		scopes: CHANGE_OPTIONS,
		tier: SLOW,
		body: { option: required(nested({ ...OPTION, ...PLACED })), update_fields: required(texts()) },
		handle({ platform: { store }, by, params, body: { option: given, update_fields: names } }) {
			const field = reachField(store, by, params.custom_field_guid, 'edit');
			const option = field.options.find(({ guid }) => guid === params.option_guid);
			if (!option) throw refused.notFound('option not found');
			const unknown = names.filter((name) => !(name in OPTION) && !(name in PLACED));
			if (names.length === 0 || unknown.length > 0) throw refused.params(`invalid update_fields ${unknown.join(',')}`);
			const said = Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name)));
			const next = optionOf({ ...option, ...said });
			if (said.insert_before ?? said.insert_after) field.options = placeOption(field.options, option, given);
			Object.assign(option, next, { guid: option.guid });
			store.changed();
			return { data: { option } };
		},
	}),
];
