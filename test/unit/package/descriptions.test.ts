import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { classNameOf, readNodes } from '../../../scripts/lib/operations';
import { lintDescription } from '../../support/package/lintDescription';
import { loadSource, manifest } from '../../support/package/sources';
import { choicesOf, walk } from '../../support/package/walk';

/** n8n sends each description to every browser, up to three times (node, tool, human in the loop). */
const KILOBYTES = { one: 120, all: 1000 };

const PROPERTIES = 350;

/** What shows a text of its own, nothing at all, or a list of parameters that have theirs. */
const WITHOUT_DESCRIPTION = new Set(['collection', 'notice', 'hidden', 'callout', 'button', 'curlImport']);

/** Selectors at the top of the panel; their choices say what they are. */
const SELECTORS = new Set(['resource', 'operation']);

const kilobytes = (description: INodeTypeDescription) => Buffer.byteLength(JSON.stringify(description)) / 1024;
const SMALL_WORDS = new Set(['a', 'an', 'the', 'of', 'for', 'by', 'with', 'its', 'this']);

const wordsOf = (text: string) =>
	(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !SMALL_WORDS.has(word));

/** Whether every word of the description stands in the name; a picture of an emoji is no word. */
function saysNothing(name: string, text: string): boolean {
	const words = wordsOf(text);
	return words.length > 0 && words.every((word) => wordsOf(name).includes(word));
}

const typed = ({ type }: INodeProperties) => type === 'string' || type === 'number' || type === 'dateTime';

describe.each(manifest.n8n.nodes)('%s', (file) => {
	let description: INodeTypeDescription;

	beforeAll(() => {
		const [node] = readNodes([file], loadSource);
		if (!node) throw new Error(`${file} gave no node`);
		description = node.description;
	});

	const parameters = () => [...walk(description.properties)];
	const paths = (wrong: (property: INodeProperties) => boolean) =>
		parameters()
			.filter(({ property }) => wrong(property))
			.map(({ path }) => path);

	test('passes n8n’s rules as the finished description too', () => {
		expect(lintDescription(classNameOf(file), description)).toEqual([]);
	});

	test('every parameter has a description', () => {
		expect(
			paths(
				({ name, type, description: text }) => !WITHOUT_DESCRIPTION.has(type) && !SELECTORS.has(name) && !text?.trim(),
			),
		).toEqual([]);
	});

	// It would be typed as it stands there, into a field that is Fixed.
	test('no placeholder shows an expression', () => {
		expect(paths(({ placeholder }) => placeholder?.includes('{{') ?? false)).toEqual([]);
	});

	test('every operation has a description and an action', () => {
		const bare = parameters()
			.filter(({ property }) => property.name === 'operation')
			.flatMap(({ property }) => choicesOf(property))
			.filter((choice) => !choice.description?.trim() || !choice.action?.trim());
		expect(bare).toEqual([]);
	});

	// The list cuts off what is longer.
	test('the description of an operation is short', () => {
		const long = parameters()
			.filter(({ property }) => property.name === 'operation')
			.flatMap(({ property }) => choicesOf(property))
			.filter((choice) => (choice.description?.length ?? 0) > 100);
		expect(long).toEqual([]);
	});

	// A choice needs none: what its name says already only makes the panel longer.
	test('a description of a choice says more than its name', () => {
		const empty = parameters().flatMap(({ path, property }) =>
			choicesOf(property)
				.filter(({ name, description: text }) => text !== undefined && saysNothing(name, text))
				.map(({ name }) => `${path}: ${name}`),
		);
		expect(empty).toEqual([]);
	});

	// The editor marks an empty one as an error.
	test('JSON that may stay empty is an empty object', () => {
		expect(paths(({ type, required, default: given }) => type === 'json' && !required && given === '')).toEqual([]);
	});

	test('what has to be typed in has a placeholder', () => {
		expect(paths((property) => property.required === true && typed(property) && !property.placeholder)).toEqual([]);
		const bareModes = parameters().flatMap(({ path, property }) =>
			(property.modes ?? [])
				.filter((mode) => mode.type === 'string' && !mode.placeholder)
				.map((mode) => `${path}: ${mode.name}`),
		);
		expect(bareModes).toEqual([]);
	});

	test('no choice or parameter stands twice at one place', () => {
		for (const { path, property } of parameters()) {
			const values = choicesOf(property).map(({ value }) => value);
			expect([path, values.length]).toEqual([path, new Set(values).size]);
		}
	});

	test('keeps its budget', () => {
		expect(kilobytes(description)).toBeLessThanOrEqual(KILOBYTES.one);
		expect(description.properties.length).toBeLessThanOrEqual(PROPERTIES);
	});
});

test('all nodes together keep their budget', () => {
	const all = readNodes(manifest.n8n.nodes, loadSource).map(({ description }) => kilobytes(description));
	expect(all.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(KILOBYTES.all);
});

describe('lintDescription', () => {
	const bad: INodeProperties[] = [
		{ displayName: 'chat id', name: 'chatId', type: 'string', default: '', description: 'The chat' },
		{ displayName: 'Notify', name: 'notify', type: 'boolean', default: true, description: 'Notify the members' },
	];

	test.each([
		['a name that is not in Title Case', 'node-param-display-name-miscased'],
		['a boolean that does not say "Whether"', 'node-param-description-boolean-without-whether'],
	])('reports %s', (_case, rule) => {
		const description = { displayName: 'Sample', name: 'sample', properties: bad } as unknown as INodeTypeDescription;
		expect(lintDescription('Sample', description).join('\n')).toContain(`n8n-nodes-base/${rule}`);
	});
});
