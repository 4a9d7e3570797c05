import type { IExecuteFunctions } from 'n8n-workflow';

import type { EndpointRequest } from '../../../../feishu/catalog/endpointRequest';
import { checkFileSize } from '../../../../feishu/im/files';
import { InputError } from '../../../../feishu/input';
import { inputFile, type InputFile } from '../../../shared/client/binary';

/**
 * The multipart body of an upload, to be built anew for each try: texts first, then files.
 * @param fileName another name than the file's own
 * @throws InputError about a file that is empty or not there
 */
export async function formOf(
	context: IExecuteFunctions,
	itemIndex: number,
	{ form = [], fromFile }: EndpointRequest,
	fileName: string,
): Promise<() => Promise<FormData>> {
	const files: Array<{ name: string; file: InputFile }> = [];
	for (const part of form) {
		if (!('file' in part)) continue;
		const file = await inputFile(context, itemIndex, part.file, part.label);
		checkFileSize(part.label, file.fileName, file.size, Infinity);
		files.push({ name: part.name, file });
	}
	const texts = form.flatMap((part) => ('text' in part ? [part] : []));
	const [first] = files;
	for (const { name, fact } of fromFile) {
		if (!first) throw new InputError(name, `The field '${name}' is empty`);
		texts.push({ name, text: fact === 'size' ? String(first.file.size) : fileName || first.file.fileName });
	}
	return async () => {
		const body = new FormData();
		for (const { name, text } of texts) body.append(name, text);
		for (const { name, file } of files) body.append(name, await file.part());
		return body;
	};
}
