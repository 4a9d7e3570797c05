/** For every resource and operation n8n shows the fields of that operation, in its order, and no other's. */
import { globSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

import { NodeHelpers, type INodeParameters, type INodeProperties, type INodeTypeDescription } from 'n8n-workflow';

import { noticesFor } from '../../../nodes/shared/client/authentication';
import { propertiesOf } from '../../../nodes/shared/fields/nested';
import { requestOptionsField } from '../../../nodes/shared/fields/requestOptions';
import type { Operation } from '../../../nodes/shared/operation/operation';
import type { Resource } from '../../../nodes/shared/operation/operationSet';
import { root } from '../../support/package/sources';

const NODES = [...new Set(globSync('nodes/*/resources/', { cwd: root }).map((folder) => basename(dirname(folder))))];

function load<T>(file: string): T[] {
	return Object.values(require(resolve(root, file)) as Record<string, T>);
}

const resourcesOf = (node: string) =>
	globSync(`nodes/${node}/resources/*/index.ts`, { cwd: root }).flatMap((file) => load<Resource>(file));

function descriptionOf(node: string): INodeTypeDescription {
	const [Type] = load<new () => { description: INodeTypeDescription }>(`nodes/${node}/${node}.node.ts`);
	if (!Type) throw new Error(`${node} has no class`);
	return new Type().description;
}

const panels = NODES.flatMap((node) => {
	const description = descriptionOf(node);
	return resourcesOf(node).flatMap(({ value, operations }) =>
		operations.map((operation) => ({ place: `${node} ${value}:${operation.value}`, value, operation, description })),
	);
});

/** Those that n8n shows while the panel holds these values, but for where they are shown. */
const shown = (properties: readonly INodeProperties[], values: INodeParameters, description: INodeTypeDescription) =>
	properties
		.filter((property) => NodeHelpers.displayParameter(values, property, null, description))
		.map(({ displayOptions: _displayOptions, ...property }) => property);

const ownFields = ({ identity, fields }: Operation) => [...noticesFor(identity), ...propertiesOf(fields)];

test('all nodes with operations are looked at', () => {
	expect(NODES).toEqual(expect.arrayContaining(['Feishu', 'FeishuChat', 'FeishuContact', 'FeishuOpenApi']));
	expect(panels.length).toBeGreaterThan(80);
});

test.each(panels)('$place', ({ value, operation, description }) => {
	for (const authentication of ['app', 'person', 'storeApp', 'accessToken']) {
		const chosen = { authentication, resource: value, operation: operation.value };
		const values = NodeHelpers.getNodeParameters(description.properties, chosen, true, false, null, description) ?? {};
		const before = description.properties.findIndex(({ name }) => name === 'operation');
		const panel = shown(description.properties.slice(before), values, description);
		expect(panel.slice(1)).toEqual(
			shown([...ownFields(operation), ...requestOptionsField.properties], values, description),
		);
		expect(panel[0]?.options?.map((option) => 'value' in option && option.value)).toContain(operation.value);
	}
});
