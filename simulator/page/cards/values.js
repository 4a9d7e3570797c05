/** What the fields of a card hold: how a value begins, and how it is sent back. No DOM here. */

const asList = (value) => (Array.isArray(value) ? value : []);

/** The zone as Feishu writes it after dates and times: `+0800`. */
export function zoneOffset(date = new Date()) {
	const minutes = -date.getTimezoneOffset();
	const two = (part) => String(part).padStart(2, '0');
	return `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}${two(Math.abs(minutes) % 60)}`;
}

const withoutZone = (value) => String(value ?? '').replace(/\s*[+-]\d{4}$/, '');
const withZone = (value) => (value ? `${value.replace('T', ' ')} ${zoneOffset()}` : undefined);
const given = (list) => (list.length > 0 ? list : undefined);

const choice = {
	initial: (element) =>
		element.initial_option ?? asList(element.options)[(element.initial_index ?? 0) - 1]?.value ?? '',
	sent: (value) => value || undefined,
	field: 'option',
};
const choices = { initial: (element) => asList(element.selected_values), sent: given, field: 'options' };
const picker = (name) => ({ initial: (element) => withoutZone(element[name]), sent: withZone, field: 'option' });

/**
 * Tag of a field → its first value, its value as it is sent (undefined: nothing was given), and the name of the field of
 * `action` that carries it. Source: https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-callback-communication
 */
export const FIELDS = {
	input: { initial: (element) => element.default_value ?? '', sent: (value) => value, field: 'input_value' },
	select_static: choice,
	select_person: choice,
	multi_select_static: choices,
	multi_select_person: choices,
	select_img: { initial: () => [], sent: given, field: 'options' },
	date_picker: picker('initial_date'),
	picker_time: picker('initial_time'),
	picker_datetime: picker('initial_datetime'),
	checker: { initial: (element) => element.checked === true, sent: (value) => value, field: 'checked' },
};

/** What a field's state is kept under: its name where it has one, so that it survives a new card in the same message. */
export const keyOf = (element, ctx) => element.name || element.element_id || ctx.path;

/** The present value of a field. */
export const valueOf = (element, ctx) => ctx.card.value(keyOf(element, ctx), FIELDS[element.tag].initial(element));

/** Every field inside a form, however deep. */
export function fieldsOf(value) {
	if (Array.isArray(value)) return value.flatMap(fieldsOf);
	if (typeof value !== 'object' || value === null) return [];
	if (Object.hasOwn(FIELDS, value.tag)) return [value];
	return [...fieldsOf(value.elements), ...fieldsOf(value.columns), ...fieldsOf(value.actions)];
}

/** `{form_value, missing}`: what a form sends, and the names of required fields that hold nothing. */
export function readForm(form, ctx) {
	const form_value = {};
	const missing = [];
	for (const element of fieldsOf(form.elements)) {
		const sent = FIELDS[element.tag].sent(valueOf(element, ctx));
		if (element.required === true && (sent === undefined || sent === '' || sent === false)) missing.push(element.name);
		if (element.name && sent !== undefined) form_value[element.name] = sent;
	}
	return { form_value, missing };
}
