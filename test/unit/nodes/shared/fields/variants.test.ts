import { collectionField } from '../../../../../nodes/shared/fields/nested';
import { choiceField, textField } from '../../../../../nodes/shared/fields/plain';
import { decidedField, variantField } from '../../../../../nodes/shared/fields/variants';
import { Panel } from '../../../../../nodes/shared/operation/panel';
import { execution } from '../../../../support/nodes/execution';

const kind = choiceField({
	displayName: 'Kind',
	name: 'kind',
	options: [
		{ name: 'Card', value: 'card' },
		{ name: 'Nothing', value: 'nothing' },
		{ name: 'Text', value: 'text' },
	],
	default: 'text',
});

const title = textField({ displayName: 'Title', name: 'title', required: true });
const text = { ...title, calls: ['POST /upload'], methods: { listSearch: { find: async () => ({ results: [] }) } } };
const options = collectionField({ displayName: 'Options', name: 'options' }, [title]);

const written = variantField(kind, { card: options, nothing: decidedField('nothing', 7), text });

const read = (parameters: object) => written.read(new Panel(execution({ parameters }), 0));

it.each([
	[
		{ kind: 'text', title: 'T', options: { title: 'O' } },
		{ choice: 'text', value: 'T' },
	],
	[
		{ kind: 'card', title: 'T', options: { title: 'O' } },
		{ choice: 'card', value: { title: 'O' } },
	],
	[{ kind: 'nothing' }, { choice: 'nothing', value: 7 }],
	[{ title: 'T' }, { choice: 'text', value: 'T' }],
])('reads of %j what was chosen', (parameters, value) => {
	expect(read(parameters)).toEqual(value);
});

it('refuses what is no choice, and what is wrong with the chosen', () => {
	expect(() => read({ kind: 'file' })).toThrow("The field 'Kind' can't be 'file'");
	expect(() => read({ kind: 'text', title: '' })).toThrow("The field 'Title' is empty");
});

it('shows each field for its choice, and shares what choices have in common', () => {
	const shared = variantField(kind, { card: title, nothing: decidedField('nothing', 7), text: title });
	expect(shared.properties.map(({ name, displayOptions }) => [name, displayOptions?.show])).toEqual([
		['kind', undefined],
		['title', { kind: ['card', 'text'] }],
	]);
});

it('brings what its fields bring', () => {
	expect(written).toMatchObject({ name: 'kind', label: 'Kind', calls: ['POST /upload'] });
	expect(Object.keys(written.methods.listSearch ?? {})).toEqual(['find']);
});
