import { refuseEmptyFile } from '../../../../feishu/drive/uploadLimits';
import { anyDocumentField } from '../../../shared/drive/anyDocument';
import { fileSourceField } from '../../../shared/drive/fileSource';
import { MEDIA_UPLOADS, uploadMedia as bring } from '../../../shared/drive/mediaUpload';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField, textField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const document = anyDocumentField({
	displayName: 'Document',
	types: ['bitable', 'docx', 'sheet'],
	takes: 'Files go into documents, spreadsheets and bases; into a folder takes File → Upload',
});

const as = choiceField({
	displayName: 'As',
	name: 'mediaAs',
	options: [
		{ name: 'File', value: 'file' },
		{ name: 'Image', value: 'image' },
	],
	default: 'file',
	description: 'What it is to be there',
});

const block = textField({
	displayName: 'Block ID',
	name: 'mediaBlock',
	placeholder: 'e.g. doxcnSS4ouQkQEouGSUkTg9NJPe',
	description: 'In a document: the empty image or file block that is to show it',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [block]);

export const uploadMedia = defineOperation({
	value: 'uploadMedia',
	name: 'Upload Into Document',
	action: 'Upload a file into a document',
	description: 'Put a file where a cell of a base, a block or a sheet can show it, and get its token',
	endpoint: MEDIA_UPLOADS[0] ?? '',
	alsoCalls: MEDIA_UPLOADS,
	scopes: ['docs:document.media:upload', 'drive:drive'],
	identity: 'either',
	fields: [fileSourceField, document, as, options],
	output: outputOf({ file_token: 'string', name: 'string', size: 'number', document: 'string', type: 'string' }),
	orderBy: () => 'drive',
	async run({ read, ...asking }) {
		const source = read(fileSourceField);
		const chosen = read(document);
		const kind = read(as);
		const { mediaBlock = '' } = read(options);
		const given = await source.open(asking);
		refuseEmptyFile(source.label, given.fileName, given.size);
		const refuseBlock = (type: string) => {
			if (type === 'docx' && mediaBlock === '')
				throw block.refuse(
					'is empty',
					'A document shows a file in a block: add the block first, and its ID under Options',
				);
		};
		refuseBlock(chosen.named.type);
		const { type, token } = await chosen.content(asking);
		refuseBlock(type);
		const inBlock = type === 'docx';
		const file_token = await bring(asking.feishu, given, {
			label: source.label,
			parentType: `${type as 'bitable' | 'docx' | 'sheet'}_${kind}`,
			parentNode: inBlock ? mediaBlock : token,
			...(inBlock && { extra: { drive_route_token: token } }),
		});
		return { file_token, name: given.fileName, size: given.size, document: token, type };
	},
});
