import { drawn, elementsOf, load } from './load';

type Json = Record<string, unknown>;
type Act = [key: string, confirm: unknown, action: Json];

const { renderElement, elementsContext } = load<{
	renderElement(element: unknown, ctx: object): unknown;
	elementsContext(ctx: object): object;
}>('cards/elements.js');
const { zoneOffset } = load<{ zoneOffset(date?: Date): string }>('cards/values.js');
const { directory } = load<{ directory(state: object): object }>('people.js');

const people = directory({
	apps: [],
	chats: [{ chat_id: 'oc_1', name: 'Orders', members: ['ou_1', 'ou_2'] }],
	users: [
		{ open_id: 'ou_1', name: 'Mei' },
		{ open_id: 'ou_2', name: 'Tom' },
	],
});
const plain = (content: string) => ({ tag: 'plain_text', content });
const callback = (value: unknown) => ({ behaviors: [{ type: 'callback', value }] });

/** A card with a memory, as the page lends it; `handlers` finds what the drawn elements do. */
function stage(json: Json, { schema2 = true } = {}) {
	const acts: Act[] = [];
	const values = new Map<string, unknown>();
	let wrong: string[] = [];
	const card = {
		value: (key: string, initial: unknown) => (values.has(key) ? values.get(key) : initial),
		set: (key: string, value: unknown) => void values.set(key, value),
		reset: (keys: string[]) => keys.forEach((key) => values.delete(key)),
		act: (...act: Act) => void acts.push(act),
		complain: (names: string[]) => (wrong = names),
		get wrong() {
			return wrong;
		},
		busy: undefined,
	};
	const ctx = { directory: people, schema2, card, message: { message_id: 'om_1', chat_id: 'oc_1' } };
	const all = () => elementsOf(drawn(renderElement(json, elementsContext(ctx))));
	return {
		acts,
		values,
		all,
		wrong: () => wrong,
		/** Calls a handler of the first element that has it and suits. */
		fire(handler: string, event: Json = {}, suits: (props: Json) => boolean = () => true) {
			const found = all().find(({ props }) => typeof props[handler] === 'function' && suits(props));
			if (!found) throw new Error(`nothing drawn has ${handler}`);
			(found.props[handler] as (event: Json) => void)(event);
		},
	};
}
const onChange = (value: unknown) => ['onChange', { currentTarget: { value, checked: value } }] as const;

describe('what a click sends', () => {
	const options = [
		{ text: plain('One'), value: '1' },
		{ text: plain('Two'), value: '2' },
	];
	const zone = zoneOffset(new Date());

	it.each<[string, Json, readonly [string, Json], Json]>([
		['button', { ...callback({ id: 7 }) }, ['onClick', {}], { value: { id: 7 } }],
		['select_static', { options }, onChange('2'), { option: '2' }],
		['select_person', { options: [{ value: 'ou_1' }] }, onChange('ou_1'), { option: 'ou_1' }],
		['date_picker', {}, onChange('2026-01-02'), { option: `2026-01-02 ${zone}` }],
		['picker_time', {}, onChange('09:30'), { option: `09:30 ${zone}` }],
		['picker_datetime', {}, onChange('2026-01-02T09:30'), { option: `2026-01-02 09:30 ${zone}` }],
		['checker', { ...callback('todo') }, onChange(true), { value: 'todo', checked: true }],
		[
			'select_img',
			{ options: [{ img_key: 'i', value: 'a' }], ...callback({}) },
			onChange('a'),
			{ value: {}, options: ['a'] },
		],
		['overflow', { options }, ['onClick', { currentTarget: { closest: () => ({}) } }], { option: '1' }],
		[
			'interactive_container',
			{ elements: [], ...callback({ k: 1 }) },
			['onClick', { target: { closest: () => null } }],
			{ value: { k: 1 } },
		],
	])('%s', (tag, more, [handler, event], expected) => {
		const { acts, fire } = stage({ tag, name: 'n', ...more });
		fire(handler, event);
		expect(acts).toEqual([[expect.any(String), undefined, { tag, name: 'n', ...expected }]]);
	});

	it('input: with Enter, not while a word is being chosen', () => {
		const { acts, fire } = stage({ tag: 'input', name: 'n' });
		fire('onInput', { currentTarget: { value: 'hello' } });
		expect(acts).toEqual([]);
		const key = { key: 'Enter', preventDefault: () => undefined };
		fire('onKeyDown', { ...key, isComposing: true });
		fire('onKeyDown', key);
		expect(acts.map(([, , action]) => action)).toEqual([{ tag: 'input', name: 'n', input_value: 'hello' }]);
	});

	it('multi_select_static: when its menu closes, if something else is chosen', () => {
		const { acts, fire } = stage({ tag: 'multi_select_static', name: 'n', options, selected_values: ['2'] });
		const menu = { open: true, dataset: {} };
		fire('onToggle', { currentTarget: menu });
		fire('onToggle', { currentTarget: { ...menu, open: false } });
		expect(acts).toEqual([]);
		fire('onChange', {}, ({ value }) => value === '1');
		fire('onToggle', { currentTarget: { ...menu, open: false } });
		expect(acts.map(([, , action]) => action)).toEqual([
			{ tag: 'multi_select_static', name: 'n', options: ['2', '1'] },
		]);
	});

	it('is asked about first where the element says so', () => {
		const confirm = { title: plain('Sure?') };
		const { acts, fire } = stage({ tag: 'button', text: plain('Go'), confirm, ...callback({}) });
		fire('onClick');
		expect(acts[0]?.[1]).toBe(confirm);
	});

	it.each<[string, Json, boolean, number]>([
		['a button without a callback', { tag: 'button' }, true, 0],
		['a button of card 1.0 without a value', { tag: 'button' }, false, 1],
		['a button of card 1.0 with one', { tag: 'button', value: { a: 1 } }, false, 1],
		['a checker without a callback', { tag: 'checker', text: plain('x') }, true, 0],
	])('%s: %#', (_what, json, schema2, times) => {
		const { acts, fire } = stage(json, { schema2 });
		fire(json.tag === 'button' ? 'onClick' : 'onChange', { currentTarget: { checked: true } });
		expect(acts).toHaveLength(times);
	});

	it('everybody in the chat can be chosen where nobody is named', () => {
		const { all } = stage({ tag: 'select_person', options: [] });
		expect(
			all()
				.filter(({ tag }) => tag === 'option')
				.map(({ props }) => props.value),
		).toEqual(['', 'ou_1', 'ou_2']);
	});
});

describe('a form', () => {
	const form = {
		tag: 'form',
		name: 'f',
		elements: [
			{ tag: 'input', name: 'why', required: true },
			{
				tag: 'column_set',
				columns: [
					{ tag: 'column', elements: [{ tag: 'select_static', name: 'level', options: [], initial_option: 'high' }] },
				],
			},
			{ tag: 'date_picker', name: 'day' },
			{ tag: 'checker', name: 'agreed', text: plain('x'), checked: true, ...callback({}) },
			{ tag: 'button', name: 'ok', text: plain('OK'), form_action_type: 'submit' },
			{ tag: 'button', name: 'reset', text: plain('Reset'), form_action_type: 'reset' },
		],
	};
	const named = (name: string) => (props: Json) => props['data-test-id'] === `card-button-${name}`;

	it('sends nothing while it is filled in, and everything that was given when it is submitted', () => {
		const { acts, fire } = stage(form);
		fire('onInput', { currentTarget: { value: 'because' } });
		fire('onChange', { currentTarget: { checked: false } }, ({ type }) => type === 'checkbox');
		expect(acts).toEqual([]);
		fire('onClick', {}, named('ok'));
		expect(acts).toEqual([
			['ok', undefined, { tag: 'button', name: 'ok', form_value: { why: 'because', level: 'high', agreed: false } }],
		]);
	});

	it('is held back until what is required is there, and says what is missing', () => {
		const { acts, fire, wrong, all } = stage(form);
		fire('onClick', {}, named('ok'));
		expect([acts, wrong()]).toEqual([[], ['why']]);
		expect(all().find(({ props }) => props.name === 'why')?.props['aria-invalid']).toBe('true');
		fire('onInput', { currentTarget: { value: 'because' } });
		fire('onClick', {}, named('ok'));
		expect(acts).toHaveLength(1);
	});

	it('goes back to its first values', () => {
		const { acts, fire, values } = stage(form);
		fire('onInput', { currentTarget: { value: 'because' } });
		expect(values.get('why')).toBe('because');
		fire('onClick', {}, named('reset'));
		expect([...values.keys()]).toEqual([]);
		expect(acts).toEqual([]);
	});
});

it.each([
	[-480, '+0800'],
	[0, '+0000'],
	[210, '-0330'],
])('writes a zone that is %i minutes off as %s', (minutes, expected) => {
	expect(zoneOffset({ getTimezoneOffset: () => minutes } as Date)).toBe(expected);
});
