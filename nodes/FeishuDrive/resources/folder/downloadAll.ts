import { text } from '../../../../feishu/json';
import { holdsAllWords } from '../../../../feishu/words';
import { perDownloader } from '../../../shared/client/pacing';
import { filesBelow } from '../../../shared/drive/filesBelow';
import { LIST_FILES } from '../../../shared/drive/filesIn';
import { optionalDriveFolderField } from '../../../shared/drive/folder';
import { outputFileField, pagingFields } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { numberField, textField } from '../../../shared/fields/plain';
import { defineOperation, FileOutput } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { tell } from '../../../shared/operation/tell';
import { FILE_SHAPE } from '../driveFile/output';

const DOWNLOAD_FILE = 'GET /open-apis/drive/v1/files/:file_token/download';

const folder = optionalDriveFolderField({}, 'Files in a wiki are downloaded one by one: File → Download');

const levels = numberField({
	displayName: 'Levels',
	name: 'levels',
	typeOptions: { minValue: 1 },
	default: 1,
	description: 'How deep to go; all levels unless added, 1 for what lies right in the folder',
});

const named = textField({
	displayName: 'Name Contains',
	name: 'nameContains',
	placeholder: 'e.g. .pdf',
	description: 'Only files that have all of these words in their name',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	levels,
	named,
]);

export const downloadAll = defineOperation({
	value: 'downloadAll',
	name: 'Download All',
	action: 'Download all files of a folder',
	description: 'Get every uploaded file of a folder, an item each; documents made in Feishu are left out',
	endpoint: LIST_FILES,
	alsoCalls: [DOWNLOAD_FILE],
	scopes: ['drive:drive:readonly', 'drive:drive'],
	identity: 'either',
	fields: [folder, pagingFields, outputFileField, options],
	output: outputOf({ ...FILE_SHAPE, path: ['string'] }),
	async run({ read, feishu, context }) {
		const folder_token = read(folder);
		const limit = read(pagingFields);
		const property = read(outputFileField);
		const { levels: deep = Infinity, nameContains = '' } = read(options);
		const downloaded: FileOutput[] = [];
		let left = 0;
		for await (const { file, path } of filesBelow(feishu, { folder_token, levels: deep })) {
			if (file.type !== 'folder' && file.type !== 'file') left += 1;
			if (file.type !== 'file' || !holdsAllWords(text(file.name), nameContains)) continue;
			const binary = await feishu.download(DOWNLOAD_FILE, {
				path: { file_token: text(file.token) },
				fileName: text(file.name),
				paces: [perDownloader(await feishu.sender())],
			});
			downloaded.push(new FileOutput({ ...file, path: [...path] }, { [property]: binary }));
			if (downloaded.length >= limit) break;
		}
		if (left > 0)
			tell(context, [`Left out what was not uploaded, ${left} in all: take File → Export for documents of Feishu`]);
		return downloaded;
	},
});
