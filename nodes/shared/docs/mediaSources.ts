import type { IExecuteFunctions } from 'n8n-workflow';

import type { MediaSource, NewBlock } from '../../../feishu/docs/newBlock';
import type { FeishuClient } from '../client/client';
import { inputFile, type InputFile } from '../client/binary';
import { fetchImage } from '../im/webImage';

/** Where files of a document come from: the item, the web, or the text itself. */
export interface Sources {
	feishu: FeishuClient;
	context: IExecuteFunctions;
	itemIndex: number;
	/** What complaints call the field with the text. */
	label: string;
}

/**
 * Sees to it that the item has the files that blocks name, before anything is made of them.
 * @throws InputError when it lacks one
 */
export async function assertFiles(sources: Sources, blocks: readonly NewBlock[]): Promise<void> {
	const { context, itemIndex, label } = sources;
	for (const { content, children = [] } of blocks) {
		if (content && 'source' in content && content.source.from === 'name')
			await inputFile(context, itemIndex, content.source.name, label);
		await assertFiles(sources, children);
	}
}

/** `data:image/png;base64,…` */
const DATA = /^data:([\w.+-]+\/[\w.+-]+)?(?:;[\w=.-]+)*;base64,([A-Za-z0-9+/=\s]+)$/i;

/**
 * What is to be uploaded, or the words that say why there is nothing.
 * @throws InputError when the item has no such file
 */
export async function openSource(
	{ feishu, context, itemIndex, label }: Sources,
	source: MediaSource,
): Promise<InputFile | { missing: string }> {
	switch (source.from) {
		case 'name':
			return await inputFile(context, itemIndex, source.name, label);
		case 'address': {
			const found = await fetchImage(context, source.address, feishu.options.privateAddresses);
			return found ?? { missing: `No picture of up to 10 MB came from ${source.address.slice(0, 120)}` };
		}
		case 'data': {
			const [, mimeType = 'image/png', bytes = ''] = DATA.exec(source.address) ?? [];
			return bytes === '' ? { missing: 'The data address holds no base64' } : ofBytes(bytes, mimeType);
		}
		case 'token':
			return { missing: `The file ${source.token} belongs to another block, and can't be used a second time` };
	}
}

function ofBytes(base64: string, mimeType: string): InputFile {
	const bytes = Buffer.from(base64, 'base64');
	const fileName = `image.${mimeType.split('/')[1]?.replace(/\W.*$/, '') ?? 'png'}`;
	return { fileName, mimeType, size: bytes.length, part: async () => new File([bytes], fileName, { type: mimeType }) };
}
