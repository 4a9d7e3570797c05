import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';

import { shareField, shareFolderField } from '../../../../../nodes/shared/drive/shareField';
import { lintDescription } from '../../../../support/package/lintDescription';
import { walk } from '../../../../support/package/walk';

describe.each([
	['of documents', shareField],
	['of folders', shareFolderField],
])('Share With %s', (_what, field) => {
	const properties = field.properties as INodeProperties[];

	it('passes n8n’s rules', () => {
		const description = { displayName: 'Sample', name: 'sample', properties } as unknown as INodeTypeDescription;
		expect(lintDescription('Sample', description)).toEqual([]);
	});

	it('describes each parameter, and stays small: every operation that makes something has it', () => {
		const bare = [...walk(properties)].filter(({ property }) => !property.description?.trim());
		expect(bare.map(({ path }) => path)).toEqual([]);
		expect(Buffer.byteLength(JSON.stringify(properties))).toBeLessThan(4500);
	});
});
