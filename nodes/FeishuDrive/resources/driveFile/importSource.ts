import { extensionOf, importProblem, type ImportType } from '../../../../feishu/drive/importRules';
import { refuseEmptyFile } from '../../../../feishu/drive/uploadLimits';
import { InputError } from '../../../../feishu/input';
import type { Asking } from '../../../shared/client/asking';
import { METADATA } from '../../../shared/drive/addressOf';
import { anyDocumentField, type AnyDocument } from '../../../shared/drive/anyDocument';
import { MEDIA_UPLOADS, uploadMedia } from '../../../shared/drive/mediaUpload';
import { fileField } from '../../../shared/fields/common';
import { choiceField } from '../../../shared/fields/plain';
import { variantField } from '../../../shared/fields/variants';
import type { ValueOf } from '../../../shared/operation/field';

const from = choiceField({
	displayName: 'Import From',
	name: 'importFrom',
	options: [
		{ name: 'Input Data', value: 'input', description: 'A file that comes into the node' },
		{ name: 'File in Drive', value: 'drive', description: 'An uploaded file, which stays where it is' },
	],
	default: 'input',
	description: 'Where the file comes from',
});

/** Complaints name these. */
const inputFile = fileField();
const driveFile = anyDocumentField({
	displayName: 'File',
	types: ['file'],
	takes: 'Choose an uploaded file: documents that were made in Feishu are no files',
});

/** The file of which something is made. */
export const sourceField = variantField(from, { input: inputFile, drive: driveFile });

/** What is to be made, and the extension where the name does not tell it. */
interface Wanted {
	type: ImportType;
	extension: string;
}

/** A file that the platform has, ready to be imported. */
interface Ready {
	file_token: string;
	file_extension: string;
	name: string;
}

/** What `ready` calls. */
export const SOURCE_CALLS = [METADATA, ...MEDIA_UPLOADS];

/**
 * Looks at the file as far as that takes no call, and gives what brings it to the platform.
 * @throws InputError about a file of which this can't be made
 */
export async function ready(
	source: ValueOf<typeof sourceField>,
	wanted: Wanted,
): Promise<(asking: Asking) => Promise<Ready>> {
	if (source.choice === 'drive') return async (asking) => await inDrive(asking, source.value, wanted);
	const file = await source.value();
	const { fileName: name, size } = file;
	refuseEmptyFile(inputFile.label, name, size);
	const file_extension = fitting(inputFile.label, { name, size }, wanted);
	return async ({ feishu }) => ({
		name,
		file_extension,
		file_token: await uploadMedia(feishu, file, {
			label: inputFile.label,
			parentType: 'ccm_import_open',
			parentNode: '',
			// It is kept for five minutes, which is all that an import needs.
			extra: { obj_type: wanted.type, file_extension },
		}),
	});
}

async function inDrive(asking: Asking, file: AnyDocument, wanted: Wanted): Promise<Ready> {
	const { feishu, errorContext } = asking;
	const { token } = await file.content(asking);
	const { scopes } = errorContext;
	errorContext.scopes = ['drive:drive.metadata:readonly', 'drive:drive'];
	const { metas = [] } = await feishu.call<{ metas?: Array<{ title?: string }> }>(METADATA, {
		body: { request_docs: [{ doc_token: token, doc_type: 'file' }] },
		idempotent: true,
	});
	errorContext.scopes = scopes;
	const name = metas[0]?.title;
	if (name === undefined)
		throw driveFile.refuse('holds no file that can be seen', 'Share it with the app, or check its address');
	return { file_token: token, name, file_extension: fitting(file.label, { name }, wanted) };
}

function fitting(
	label: string,
	{ name, size }: { name: string; size?: number },
	{ type, extension: given }: Wanted,
): string {
	const extension = given || extensionOf(name);
	const problem = importProblem(type, extension, size);
	if (problem) throw new InputError(label, `The file '${name}' of '${label}' ${problem.what}`, problem.advice);
	return extension;
}
