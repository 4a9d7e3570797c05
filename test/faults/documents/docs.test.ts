/** A long document, while the line breaks: nothing is lost, nothing is doubled, all is in its order. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, only, usePlatform } from '../../support/engine';
import { ownDocument } from '../../support/engine/documents';
import { LINE_SCENES } from '../../support/engine/scenes';

const COUNT = 10_000;
const CHILDREN = '/open-apis/docx/v1/documents/:document_id/blocks/:block_id/descendant';

// Three changes of a document a second are all that is taken; that it comes to an end is what counts.
jest.setTimeout(600_000);

const platform = usePlatform();

const lines = Array.from({ length: COUNT }, (_gap, at) => `Line ${at}`);

async function give(operation: string, more: INodeParameters): Promise<IDataObject> {
	const { error, items } = await platform.run({ parameters: { resource: 'document', operation, ...more } });
	if (error) throw error;
	return only(items).json;
}

const linesOf = async (document_id: string) =>
	String((await give('get', { document: byId(document_id) })).markdown).split('\n\n');

describe.each(LINE_SCENES)('Docs: $name', (scene) => {
	const breaks = () => {
		platform.reset();
		for (const fault of scene.faults(CHILDREN)) platform.simulator.faults.add(fault);
	};

	test('Create writes each line once', async () => {
		breaks();
		const { document_id } = await give('create', { documentTitle: 'Long', content: lines.join('\n\n') });
		expect(await linesOf(String(document_id))).toEqual(lines);
	});

	test('Append adds each line once, after what is there', async () => {
		const { document_id } = ownDocument(platform, { texts: ['Before'] });
		breaks();
		await give('append', { document: byId(document_id), content: lines.join('\n\n') });
		expect(await linesOf(document_id)).toEqual(['Before', ...lines]);
	});
});
