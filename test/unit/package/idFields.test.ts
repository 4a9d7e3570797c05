/** A rule for every field that takes an ID, and every one that will come: what is plainly something else is told before any call. */
import { globSync } from 'node:fs';
import { resolve } from 'node:path';

import type { INodeProperties } from 'n8n-workflow';

import { isInputError } from '../../../feishu/input';
import type { Field } from '../../../nodes/shared/operation/field';
import type { Resource } from '../../../nodes/shared/operation/operationSet';
import { root } from '../../support/package/sources';
import { panelOf } from '../../support/nodes/panel';

const resources = globSync('nodes/*/resources/*/index.ts', { cwd: root }).flatMap((file) =>
	Object.values(require(resolve(root, file)) as Record<string, Resource>),
);

/** Forms of IDs that say what they are, as placeholders show them. */
const ID = /^e\.g\. (oc_|om_|omt_|ou_|od-|img_|file_|cli_|bm-|\d{19})/;

const placeholdersOf = ({ placeholder, modes = [] }: INodeProperties) => [
	placeholder ?? '',
	...modes.map((mode) => mode.placeholder ?? ''),
];

const fields = new Map<string, Field>();
for (const { name, operations } of resources)
	for (const operation of operations)
		for (const field of operation.fields)
			if (field.properties.length === 1 && field.properties.flatMap(placeholdersOf).some((text) => ID.test(text)))
				fields.set(`${name}: ${operation.name} → ${field.label}`, field);

test('fields are looked at', () => {
	expect(fields.size).toBeGreaterThan(30);
});

test.each([...fields])('%s refuses a web address, a name, and the ID of something else', (_place, field) => {
	const [property] = field.properties;
	for (const value of ['https://example.com/page', 'Carol Smith', 'task_1 by name']) {
		const given = property?.type === 'resourceLocator' ? { mode: 'id', value } : value;
		let thrown: unknown;
		try {
			field.read(panelOf({ [field.name]: given }));
		} catch (error) {
			thrown = error;
		}
		// People are looked up by their names.
		const isRight = value.includes(' ') && 'searchUsers' in (field.methods.listSearch ?? {});
		expect([value, isInputError(thrown)]).toEqual([value, !isRight]);
	}
});
