import type { IExecuteFunctions } from 'n8n-workflow';

import { InputError } from '../../../../feishu/input';
import { inputFile, type InputFile } from '../../../shared/client/binary';
import type { Params } from '../../../shared/operation/params';

interface Row {
	name?: string;
	kind?: string;
	value?: string | number;
	binaryPropertyName?: string;
}

type Part = { name: string; text: string } | { name: string; file: InputFile };

/**
 * The multipart body from Form Fields, to be built anew for each try.
 * @throws InputError about a field without a name or a file that is not there
 */
export async function formOf(
	context: IExecuteFunctions,
	itemIndex: number,
	param: Params,
): Promise<() => Promise<FormData>> {
	const field = param.label('formFields');
	const parts: Part[] = [];
	for (const row of param.rows<Row>('formFields', 'field')) {
		const name = String(row.name ?? '').trim();
		if (name === '') throw new InputError(field, `A row of '${field}' has no name`);
		parts.push(
			row.kind === 'file'
				? {
						name,
						file: await inputFile(context, itemIndex, String(row.binaryPropertyName ?? 'data'), `${field} → ${name}`),
					}
				: { name, text: String(row.value ?? '') },
		);
	}
	if (parts.length === 0)
		throw new InputError(field, `The field '${field}' is empty`, 'Add the fields that the endpoint wants');
	return async () => {
		const form = new FormData();
		for (const part of parts) {
			if ('file' in part) form.append(part.name, await part.file.part());
			else form.append(part.name, part.text);
		}
		return form;
	};
}
