import { folderAddress, type FolderAddress } from '../../../feishu/drive/folderAddress';
import { fromList, optionalLocatorField, TEXT } from '../fields/locator';
import type { Words } from '../fields/plain';
import { mappedField, type Field } from '../operation/field';
import { searchFolders } from './searchFolders';

/** Where something new is to lie; undefined for the space of whoever makes it. @throws InputError */
export function optionalFolderField<const N extends string = 'folder'>(
	words: Partial<Words<N>> = {},
): Field<FolderAddress | undefined, N> {
	const located = optionalLocatorField({
		displayName: 'Folder',
		description: 'Empty for the own space of the app, or of the person. An app may use folders that it made.',
		modes: [
			fromList('searchFolders', 'Choose a folder…'),
			{
				displayName: 'By URL',
				name: 'url',
				...TEXT,
				placeholder: 'e.g. https://example.feishu.cn/drive/folder/fldcn…',
			},
			{ displayName: 'By ID', name: 'id', ...TEXT, placeholder: 'e.g. fldcnqquW1svRIYVT2Np6IuLCKd' },
		],
		searches: { searchFolders },
		...words,
		name: (words.name ?? 'folder') as N,
	});
	return mappedField(located, (found, label) => found && folderAddress(label, found.value));
}
