import type { CallRequest } from '../../../shared/client/client';
import type { InputFile } from '../../../shared/client/binary';
import { fileField, type OpenFile } from '../../../shared/fields/common';
import { fieldGroup, rowsField } from '../../../shared/fields/nested';
import { choiceField, filledField, jsonField, rawTextField } from '../../../shared/fields/plain';
import { complaint, mappedField, shownFor } from '../../../shared/operation/field';

const WITH_BODY = ['DELETE', 'PATCH', 'POST', 'PUT'];

const bodyType = choiceField({
	displayName: 'Body',
	name: 'bodyType',
	options: [
		{ name: 'None', value: 'none' },
		{ name: 'JSON', value: 'json', description: 'What nearly every endpoint takes' },
		{ name: 'Form Data (Multipart)', value: 'form', description: 'For uploads' },
	],
	default: 'none',
	description: 'What the request carries',
});

const json = mappedField(
	jsonField({
		displayName: 'JSON',
		name: 'bodyJson',
		typeOptions: { rows: 6 },
		description: 'The body as the documentation of the endpoint shows it',
	}),
	(value = {}, label) => {
		if (typeof value !== 'object') throw complaint(label, 'must be a JSON object or list');
		return value as NonNullable<CallRequest['body']>;
	},
);

const partName = filledField({
	displayName: 'Name',
	name: 'name',
	placeholder: 'e.g. file',
	description: 'As the documentation of the endpoint spells it',
});

const kind = choiceField({
	displayName: 'Kind',
	name: 'kind',
	options: [
		{ name: 'Text', value: 'text' },
		{ name: 'File', value: 'file', description: 'A file of the input item' },
	],
	default: 'text',
	description: 'Whether the part is a text or a file',
});

const text = shownFor(
	rawTextField({
		displayName: 'Value',
		name: 'value',
		placeholder: 'e.g. message',
		description: 'Text of the part',
	}),
	{ kind: ['text'] },
);

const file = shownFor(fileField({ required: undefined }), { kind: ['file'] });

const FIELD = {
	groupKey: 'field',
	groupName: 'Field',
	rowName: (_: unknown, index: number) => `Form Field ${index + 1}`,
};

const parts = mappedField(
	rowsField(
		{
			displayName: 'Form Fields',
			name: 'formFields',
			...FIELD,
			placeholder: 'Add Form Field',
			description: 'The parts of the body, texts and files',
		},
		[partName, kind, text, file],
	),
	(rows, label) => {
		if (rows.length === 0) throw complaint(label, 'is empty', 'Add the fields that the endpoint wants');
		return rows.map(({ read }) => ({
			name: read(partName),
			content: read(kind) === 'file' ? read(file) : read(text),
		}));
	},
);

/** What the request carries. Its value opens the files, so that one that is not there is refused before any call. */
export const bodyField = fieldGroup(
	'body',
	[
		shownFor(bodyType, { method: WITH_BODY }),
		shownFor(json, { method: WITH_BODY, bodyType: ['json'] }),
		shownFor(parts, { method: WITH_BODY, bodyType: ['form'] }),
	],
	({ read }) => {
		const bodies: Record<'none' | 'json' | 'form', () => Body | Promise<Body>> = {
			none: () => ({}),
			json: () => ({ body: read(json) }),
			form: async () => ({ form: await formOf(read(parts)) }),
		};
		return bodies[read(bodyType)];
	},
);

type Body = Pick<CallRequest, 'body' | 'form'>;

/** The multipart body, to be built anew for each try. @throws InputError about a file that is not there */
async function formOf(
	given: ReadonlyArray<{ name: string; content: string | OpenFile }>,
): Promise<() => Promise<FormData>> {
	const opened: Array<{ name: string; content: string | InputFile }> = [];
	for (const { name, content } of given)
		opened.push({ name, content: typeof content === 'string' ? content : await content() });
	return async () => {
		const form = new FormData();
		for (const { name, content } of opened) {
			if (typeof content === 'string') form.append(name, content);
			else form.append(name, await content.part());
		}
		return form;
	};
}
