import {
	OPERATION_DOCUMENTS,
	operationsMarkdown,
	readNodes,
	withOperations,
	type NodeOperations,
} from '../../../scripts/lib/operations';
import { withGenerated } from '../../../scripts/lib/generatedPart';
import { loadSource, manifest, readText } from '../../support/package/sources';

describe('the list of operations', () => {
	let nodes: NodeOperations[];

	beforeAll(() => {
		nodes = readNodes(manifest.n8n.nodes, loadSource);
	});

	test('every action node lists its operations, no trigger does', () => {
		for (const { description, operations } of nodes) {
			const isTrigger = description.group.includes('trigger');
			expect([description.name, operations.length > 0]).toEqual([description.name, !isTrigger]);
		}
	});

	test('every operation stands once, with an endpoint', () => {
		const rows = nodes.flatMap(({ operations }) => operations);
		const keys = rows.map(({ node, resource, operation }) => `${node}/${resource}/${operation}`);
		expect(new Set(keys).size).toBe(keys.length);
		expect(rows.filter(({ name, action, endpoint }) => !name || !action || !endpoint)).toEqual([]);
	});

	test.each(OPERATION_DOCUMENTS)('%s shows exactly these (npm run operations -- --write)', (file) => {
		const document = readText(file);
		expect(document).toBe(withOperations(document, operationsMarkdown(nodes)));
	});
});

describe('withOperations', () => {
	const [start, end] = ['<!-- operations:start -->', '<!-- operations:end -->'];

	test('keeps the place of markers in a list', () => {
		const document = '1. One\n\n   <!-- some:start -->\n\n   old\n\n   <!-- some:end -->\n\n2. Two\n';
		expect(withGenerated(document, 'some', '   new')).toBe(document.replace('old', 'new'));
	});

	test('replaces what stands between the markers, and that alone', () => {
		const document = `# Title\n${start}\nold\n${end}\nrest\n`;
		expect(withOperations(document, '| new |')).toBe(`# Title\n${start}\n\n| new |\n\n${end}\nrest\n`);
	});

	test.each([
		['no marker', '# Title\n'],
		['only a start', `${start}\n`],
		['only an end', `${end}\n`],
		['the wrong order', `${end}\n${start}\n`],
	])('refuses a document with %s', (_case, document) => {
		expect(() => withOperations(document, '')).toThrow('operations:start');
	});
});
