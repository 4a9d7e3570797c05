import { holdsAllWords } from '../../../../feishu/words';
import { DRIVE_KINDS } from '../../../shared/drive/documentKinds';
import { LIST_SCOPES } from '../../../shared/drive/documentsSeen';
import { filesBelow } from '../../../shared/drive/filesBelow';
import { LIST_FILES } from '../../../shared/drive/filesIn';
import { optionalDriveFolderField } from '../../../shared/drive/folder';
import { pagingFields } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField, choicesField, flagField, numberField, textField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { FILE_SHAPE } from './output';

const folder = optionalDriveFolderField({}, 'For pages of wikis take Feishu Wiki → Page → Get Many');

const levels = numberField({
	displayName: 'Levels',
	name: 'levels',
	typeOptions: { minValue: 1 },
	default: 1,
	description: 'How deep to go; 1 for what lies right in the folder. Each folder takes a request.',
});

const all = flagField({
	displayName: 'All Levels',
	name: 'allLevels',
	default: false,
	description: 'Whether to list all folders below as well',
});

const kinds = choicesField({
	displayName: 'Kinds',
	name: 'kinds',
	options: DRIVE_KINDS,
	default: [],
	description: 'Only what is one of these',
});

const named = textField({
	displayName: 'Name Contains',
	name: 'nameContains',
	placeholder: 'e.g. report 2026',
	description: 'Only what has all of these words in its name',
});

const sort = choiceField({
	displayName: 'Sort By',
	name: 'sortBy',
	options: [
		{ name: 'Created', value: 'CreatedTime' },
		{ name: 'Last Edited', value: 'EditedTime' },
	],
	default: 'EditedTime',
	description: 'In which order each folder is listed',
});

const direction = choiceField({
	displayName: 'Sort Direction',
	name: 'sortDirection',
	options: [
		{ name: 'Newest First', value: 'DESC' },
		{ name: 'Oldest First', value: 'ASC' },
	],
	default: 'DESC',
	description: 'What comes first',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	all,
	direction,
	kinds,
	levels,
	named,
	sort,
]);

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many files',
	description: 'List files, documents and folders that lie in a folder and, on request, below it',
	endpoint: LIST_FILES,
	scopes: LIST_SCOPES,
	identity: 'either',
	fields: [folder, pagingFields, options],
	output: outputOf({ ...FILE_SHAPE, depth: 'number', path: ['string'] }),
	async run({ read, feishu }) {
		const folder_token = read(folder);
		const limit = read(pagingFields);
		const {
			allLevels = false,
			kinds: wanted = [],
			levels: deep = 1,
			nameContains = '',
			sortBy: order_by,
			sortDirection,
		} = read(options);
		const walk = { folder_token, levels: allLevels ? Infinity : deep, order_by, direction: sortDirection };
		const found = [];
		for await (const { file, depth, path } of filesBelow(feishu, walk)) {
			if (wanted.length > 0 && !wanted.some((kind) => kind === file.type)) continue;
			if (!holdsAllWords(String(file.name), nameContains)) continue;
			found.push({ ...file, depth, path: [...path] });
			if (found.length >= limit) break;
		}
		return found;
	},
});
