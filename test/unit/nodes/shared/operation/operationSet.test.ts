import type { INodeProperties } from 'n8n-workflow';

import { locatorField } from '../../../../../nodes/shared/fields/locator';
import { collectionField, rowsField } from '../../../../../nodes/shared/fields/nested';
import { plainField } from '../../../../../nodes/shared/fields/plain';
import type { Field, ListSearch } from '../../../../../nodes/shared/operation/field';
import { defineOperation, type Operation } from '../../../../../nodes/shared/operation/operation';
import { defineResource, OperationSet } from '../../../../../nodes/shared/operation/operationSet';

const field = (name: string, more: Partial<INodeProperties> = {}): Field =>
	plainField({ displayName: name, type: 'string', default: '', ...more, name }, (value) => value);

const operation = (value: string, fields: Field[] = []): Operation =>
	defineOperation({
		value,
		name: value.toUpperCase(),
		action: `Do ${value}`,
		description: `Does ${value}`,
		endpoint: `GET /open-apis/x/${value}`,
		fields,
		run: async () => await Promise.resolve({}),
	});

const setOf = (...operations: Operation[]) =>
	new OperationSet([defineResource({ value: 'thing', name: 'Thing', operations, defaultOperation: 'b' })]);

/** What the panel shows for an operation, in order. */
const shownFor = (properties: INodeProperties[], value: string) =>
	properties
		.filter(({ displayOptions }) => (displayOptions?.show?.operation as string[] | undefined)?.includes(value))
		.map(({ name }) => name);

describe('the dropdowns', () => {
	const second = defineResource({ value: 'other', name: 'Other', operations: [operation('z')], defaultOperation: 'z' });
	const first = defineResource({
		value: 'thing',
		name: 'Thing',
		operations: [operation('a'), operation('b')],
		defaultOperation: 'b',
	});

	it('show resources and operations with their defaults', () => {
		const [resource, ...operations] = new OperationSet([first, second], [], 'other').properties();
		expect(resource).toMatchObject({
			name: 'resource',
			noDataExpression: true,
			default: 'other',
			options: [
				{ name: 'Thing', value: 'thing' },
				{ name: 'Other', value: 'other' },
			],
		});
		expect(operations.map((one) => [one.name, one.default, one.displayOptions])).toEqual([
			['operation', 'b', { show: { resource: ['thing'] } }],
			['operation', 'z', { show: { resource: ['other'] } }],
		]);
		expect(operations[0]?.options?.[0]).toEqual({ name: 'A', value: 'a', action: 'Do a', description: 'Does a' });
	});

	it('show the first resource unless told otherwise', () => {
		expect(new OperationSet([first, second]).properties()[0]?.default).toBe('thing');
		expect(new OperationSet([]).properties()[0]?.default).toBe('');
	});

	it('find operations by both names only', () => {
		const set = new OperationSet([first, second]);
		expect(set.find('thing', 'a')).toBe(first.operations[0]);
		expect(set.find('other', 'a')).toBeUndefined();
		expect(set.all().map((one) => [one.resource.value, one.operation.value])).toEqual([
			['thing', 'a'],
			['thing', 'b'],
			['other', 'z'],
		]);
		expect(set.rows('Node')[2]).toMatchObject({
			calls: ['GET /open-apis/x/z'],
			node: 'Node',
			resource: 'other',
			operation: 'z',
			name: 'Z',
			action: 'Do z',
			endpoint: 'GET /open-apis/x/z',
		});
	});
});

describe('fields', () => {
	it('that are equal appear once, and each operation keeps its order', () => {
		const operations = [
			operation('a', [field('id'), field('text'), field('simple')]),
			operation('b', [field('id'), field('simple')]),
			operation('c', [field('text'), field('id'), field('extra'), field('simple')]),
		];
		const properties = setOf(...operations).properties();
		for (const { value, fields } of operations) {
			expect(shownFor(properties, value)).toEqual(fields.map(({ name }) => name));
		}
		const show = (name: string) =>
			properties.filter((one) => one.name === name).map(({ displayOptions }) => displayOptions?.show?.operation);
		expect(show('simple')).toEqual([['a', 'b', 'c']]);
		expect(show('id')).toEqual([['a', 'b'], ['c']]);
	});

	it('appear once even where an operation before has none of them', () => {
		const operations = [
			operation('a', [field('id')]),
			operation('b', [field('other'), field('text')]),
			operation('c', [field('id'), field('text')]),
		];
		const properties = setOf(...operations).properties();
		for (const { value, fields } of operations)
			expect(shownFor(properties, value)).toEqual(fields.map(({ name }) => name));
		expect(properties.filter(({ name }) => name === 'text')).toHaveLength(1);
	});

	it('with one name but another definition stay apart', () => {
		const properties = setOf(
			operation('a', [field('id', { placeholder: 'x' })]),
			operation('b', [field('id', { placeholder: 'y' })]),
		).properties();
		expect(
			properties
				.filter(({ name }) => name === 'id')
				.map(({ placeholder }) => placeholder)
				.sort(),
		).toEqual(['x', 'y']);
	});

	describe('that operations of several resources share', () => {
		const resource = (value: string, ...operations: Operation[]) =>
			defineResource({ value, name: value, operations, defaultOperation: '' });
		const shows = (resources: ReturnType<typeof resource>[]) =>
			new OperationSet(resources)
				.properties()
				.filter(({ name }) => name === 'id')
				.map(({ displayOptions }) => displayOptions?.show);
		const id = [field('id')];

		it('appear once', () => {
			const x = resource('x', operation('a', id), operation('b', id));
			const y = resource('y', operation('a', id), operation('c', id), operation('d'));
			expect(shows([x, y])).toEqual([{ operation: ['a', 'b', 'c'] }]);
		});

		it('name their resources where another one has an operation of that name', () => {
			const x = resource('x', operation('a', id));
			const z = resource('z', operation('a'));
			expect(shows([x, z])).toEqual([{ resource: ['x'], operation: ['a'] }]);
		});

		it('stay apart where one would be shown for an operation without it', () => {
			const x = resource('x', operation('a', id), operation('b'));
			const y = resource('y', operation('b', id));
			expect(shows([x, y])).toEqual([
				{ resource: ['y'], operation: ['b'] },
				{ operation: ['a'] },
			]);
		});

		it('keep the order of each resource', () => {
			const x = resource('x', operation('a', [field('id'), field('text')]));
			const y = resource('y', operation('c', [field('text'), field('id')]));
			const of = (value: string) =>
				new OperationSet([x, y])
					.properties()
					.filter(
						({ name, displayOptions }) =>
							name !== 'operation' && (displayOptions?.show?.operation as string[])?.includes(value),
					)
					.map(({ name }) => name);
			expect(of('a')).toEqual(['id', 'text']);
			expect(of('c')).toEqual(['text', 'id']);
		});
	});

	it('keep their own conditions beside those of the operation', () => {
		const own = { show: { sendTo: ['chat'] }, hide: { simple: [true] } };
		const properties = setOf(operation('a', [field('id', { displayOptions: own })])).properties();
		expect(properties.find(({ name }) => name === 'id')?.displayOptions).toEqual({
			show: { operation: ['a'], sendTo: ['chat'] },
			hide: { simple: [true] },
		});
	});

	it('that every operation has stand at the end, without conditions', () => {
		const set = new OperationSet([], [field('requestOptions')]);
		expect(set.properties().at(-1)).toEqual(field('requestOptions').properties[0]);
	});
});

it('collects what its fields bring, nested ones too: searches, choices and mapper columns, and the calls', () => {
	const search = (name: string, searchMethod: ListSearch) =>
		locatorField({
			displayName: name,
			name,
			modes: [{ displayName: 'By ID', name: 'id', type: 'string' }],
			searches: { [`search${name}`]: searchMethod },
			calls: [`GET /${name}`],
		});
	const [A, B, C] = [1, 2, 3].map(() => jest.fn() as ListSearch) as [ListSearch, ListSearch, ListSearch];
	const [loadOptions, columns] = [jest.fn(), jest.fn()];
	const mapper = plainField({ displayName: 'M', name: 'm', type: 'resourceMapper', default: '' }, () => undefined, {
		methods: { resourceMapping: { columns }, loadOptions: { loadOptions } },
	});
	const set = setOf(
		operation('a', [search('A', A), mapper]),
		operation('b', [
			rowsField({ displayName: 'Rows', name: 'rows', groupKey: 'row', groupName: 'Row' }, [search('B', B)]),
			collectionField({ displayName: 'Options', name: 'options' }, [search('C', C)]),
		]),
	);
	expect(set.methods()).toEqual({
		listSearch: { searchA: A, searchB: B, searchC: C },
		loadOptions: { loadOptions },
		resourceMapping: { columns },
	});
	expect(set.rows('Node').map(({ calls }) => calls)).toEqual([
		['GET /open-apis/x/a', 'GET /A'],
		['GET /open-apis/x/b', 'GET /B', 'GET /C'],
	]);
});
