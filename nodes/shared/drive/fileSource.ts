import type { IExecuteFunctions } from 'n8n-workflow';

import type { InputFile } from '../client/binary';
import type { FeishuClient } from '../client/client';
import { fileFromWeb } from '../client/webFile';
import { fileField } from '../fields/common';
import { choiceField, textField } from '../fields/plain';
import { variantField } from '../fields/variants';
import { complaint, mappedField, type Field } from '../operation/field';

const input = fileField();

const url = mappedField(
	textField({
		displayName: 'File URL',
		name: 'fileUrl',
		required: true,
		placeholder: 'e.g. https://example.com/report.pdf',
		description: 'Where n8n gets the file, without signing in',
	}),
	(given, label) => {
		if (/^https?:$/.test(URL.parse(given)?.protocol ?? '')) return given;
		throw complaint(label, 'is no address of the web', 'It begins with https://');
	},
);

const from = choiceField({
	displayName: 'File From',
	name: 'fileFrom',
	options: [
		{ name: 'Input Data', value: 'input', description: 'A file that comes into the node' },
		{ name: 'URL', value: 'url', description: 'A file of the web, which n8n fetches' },
	],
	default: 'input',
	description: 'Where the file comes from',
});

/** A file that can be opened, and what complaints call the field that names it. */
export interface FileSource {
	label: string;
	/** @throws InputError when there is none */
	open(asking: { feishu: FeishuClient; context: IExecuteFunctions }): Promise<InputFile>;
}

/** A file of the item, or of the web. */
export const fileSourceField: Field<FileSource, 'fileFrom'> = mappedField(
	variantField(from, { input, url }),
	(chosen): FileSource => {
		if (chosen.choice === 'input') return { label: input.label, open: async () => await chosen.value() };
		const place = chosen.value;
		return {
			label: url.label,
			open: async ({ context, feishu }) =>
				await fileFromWeb(context, url.label, { url: place, privateToo: feishu.options.privateAddresses }),
		};
	},
);
