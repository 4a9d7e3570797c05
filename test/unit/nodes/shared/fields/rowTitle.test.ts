import { Workflow, type INode, type INodeProperties, type INodeTypes } from 'n8n-workflow';

import { mixedRowsField, rowsField } from '../../../../../nodes/shared/fields/nested';
import { choiceField, flagField, textField } from '../../../../../nodes/shared/fields/plain';
import { optionalUserField } from '../../../../../nodes/shared/contact/person';
import { shownFor, type Field } from '../../../../../nodes/shared/operation/field';

const types = { getByName: () => undefined, getByNameAndVersion: () => undefined } as unknown as INodeTypes;
const node: INode = { id: '1', name: 'n', type: 't', typeVersion: 1, position: [0, 0], parameters: {} };
const { expression } = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes: types });

/** As the editor resolves it: with the values of the row, and the fields of its kind. */
function title(property: INodeProperties | undefined, value: object, group = 0): unknown {
	const template = property?.typeOptions?.fixedCollection?.itemTitle;
	const kind = property?.options?.[group];
	const properties = kind && 'values' in kind ? kind.values : [];
	const $collection = { item: { index: 0, value, properties } };
	return template && expression.getSimpleParameterValue(node, template, 'internal', { $collection });
}

const words = textField({ displayName: 'Words', name: 'words' });
const kind = choiceField({
	displayName: 'Kind',
	name: 'kind',
	options: [{ name: 'A Table', value: 'table' }],
	default: 'table',
});
const rows = (...fields: Field[]) =>
	rowsField({ displayName: 'Rows', name: 'rows', groupKey: 'row', groupName: 'Row' }, fields).properties[0];

it.each<[string, INodeProperties | undefined, object, unknown]>([
	['its words', rows(kind, words), { kind: 'table', words: 'Status' }, 'Status'],
	['nothing of its own while it has none', rows(words), {}, undefined],
	['the name of its choice', rows(kind, shownFor(words, { kind: ['x'] })), { kind: 'table' }, 'A Table'],
	[
		'the person who was chosen',
		rows(optionalUserField()),
		{ user: { value: 'ou_1', cachedResultName: '张三' } },
		'张三',
	],
	['the person who was entered', rows(optionalUserField()), { user: { value: 'ou_1' } }, 'ou_1'],
])('a row shows %s', (_what, property, value, shown) => {
	expect(title(property, value)).toBe(shown);
});

it('has no title where nothing tells its rows apart', () => {
	const flag = flagField({ displayName: 'Flag', name: 'flag', default: false });
	expect(rows(flag)?.typeOptions).toEqual({ multipleValues: true });
	const alike = { displayName: 'R', name: 'r', groupKey: 'r', groupName: 'R', alike: true } as const;
	expect(rowsField(alike, [words]).properties[0]?.typeOptions).toEqual({ multipleValues: true });
});

it('tells rows of several kinds by their first field', () => {
	const [property] = mixedRowsField(
		{ displayName: 'Mixed', name: 'mixed' },
		{ people: { name: 'Person', fields: [optionalUserField()] }, lists: { name: 'List', fields: [words] } },
	).properties;
	expect(title(property, { user: { value: 'ou_1', cachedResultName: 'Tom' } })).toBe('Tom');
	expect(title(property, { words: 'ou_1, ou_2' }, 1)).toBe('ou_1, ou_2');
});
