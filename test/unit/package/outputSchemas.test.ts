/** What n8n offers of an operation's output before its first run. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { loadOutputSchema, PackageDirectoryLoader } from 'n8n-core';

import { readNodes } from '../../../scripts/lib/operations';
import { schemaFiles } from '../../../scripts/lib/outputSchemas';
import { BUILD_TIMEOUT, built } from '../../support/package/built';
import { loadSource, manifest, root } from '../../support/package/sources';

/** What any endpoint answers, nobody knows before. */
const UNKNOWN = ['Feishu Open API/endpoint/call', 'Feishu Open API/customRequest/send'];

const nodes = readNodes(manifest.n8n.nodes, loadSource);
const files = schemaFiles(manifest.n8n.nodes, loadSource);

test('every operation says what it gives, but those that call any endpoint', () => {
	const silent = nodes
		.flatMap(({ operations }) => operations)
		.filter(({ schema }) => !schema)
		.map((row) => `${row.node}/${row.resource}/${row.operation}`);
	expect(silent.sort()).toEqual([...UNKNOWN].sort());
});

// The editor takes nothing else for a schema.
test('every schema is that of an object with some keys', () => {
	const odd = files.filter(
		({ schema }) => schema.type !== 'object' || Object.keys(schema.properties ?? {}).length === 0,
	);
	expect(odd).toEqual([]);
});

test('a node without dropdowns has its schema by its version alone', () => {
	expect(files.map(({ path }) => path)).toEqual(
		expect.arrayContaining([
			'dist/nodes/Feishu/__schema__/v1.0.0/message/send.json',
			'dist/nodes/FeishuCustomBot/__schema__/v1.0.0.json',
			'dist/nodes/FeishuBasePollingTrigger/__schema__/v1.0.0.json',
			'dist/nodes/FeishuBaseTrigger/__schema__/v1.0.0.json',
			'dist/nodes/FeishuTrigger/__schema__/v1.0.0.json',
			'dist/nodes/FeishuWebhookTrigger/__schema__/v1.0.0.json',
		]),
	);
});

const OF_EVENTS = ['text', 'message_id', 'chat_id', 'sender_id', 'operator_id', 'event_type', 'event'];
const OF_TABLES = ['event', 'record_id', 'changes', 'operator_id', 'changed_time', 'table_id'];

test('every trigger says what its items hold, and what people want first is at the top', () => {
	const triggers = nodes.filter(({ description }) => description.group.includes('trigger'));
	expect(triggers).toHaveLength(4);
	for (const { description, schema } of triggers)
		expect(Object.keys(schema?.properties ?? {})).toEqual(
			expect.arrayContaining(description.name.startsWith('feishuBase') ? OF_TABLES : OF_EVENTS),
		);
});

describe('the built package', () => {
	/** Where n8n found each node. */
	let sourcePaths: Map<string, string>;

	beforeAll(async () => {
		built();
		const loader = new PackageDirectoryLoader(root);
		await loader.loadAll();
		sourcePaths = new Map(Object.entries(loader.known.nodes).map(([name, { sourcePath }]) => [name, sourcePath]));
	}, BUILD_TIMEOUT);

	test.each(files)('has $path', ({ path, schema }) => {
		expect(existsSync(resolve(root, path))).toBe(true);
		expect(JSON.parse(readFileSync(resolve(root, path), 'utf8'))).toEqual(schema);
	});

	test.each(nodes.filter(({ operations }) => operations.length > 0))(
		'shows n8n the schema of each operation: $description.name',
		({ description, operations }) => {
			const nodeDir = dirname(sourcePaths.get(description.name) ?? '');
			const has = (name: string) => description.properties.some((property) => property.name === name);
			for (const { resource, operation, schema } of operations) {
				const found = loadOutputSchema({
					nodeDir,
					version: Number([description.version].flat()[0]),
					...(has('resource') && { resource }),
					...(has('operation') && { operation }),
				});
				expect([resource, operation, found]).toEqual([resource, operation, schema]);
			}
		},
	);

	test.each(nodes.filter(({ schema }) => schema))(
		'shows n8n what comes of $description.name',
		({ description, schema }) => {
			const nodeDir = dirname(sourcePaths.get(description.name) ?? '');
			expect(loadOutputSchema({ nodeDir, version: 1 })).toEqual(schema);
		},
	);
});
