import { folderAddress, type FolderAddress } from '../../../feishu/drive/folderAddress';
import { fromList, locatorField, optionalLocatorField, TEXT } from '../fields/locator';
import type { Words } from '../fields/plain';
import { complaint, mappedField, type Field } from '../operation/field';
import { searchFolders } from './searchFolders';

const WORDS = {
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
};

/** Where something new is to lie; undefined for the space of whoever makes it. @throws InputError */
export function optionalFolderField<const N extends string = 'folder'>(
	words: Partial<Words<N>> = {},
): Field<FolderAddress | undefined, N> {
	const located = optionalLocatorField({ ...WORDS, ...words, name: (words.name ?? 'folder') as N });
	return mappedField(located, (found, label) => found && folderAddress(label, found.value));
}

/** A folder of Drive itself, or undefined for the own space; a page of a wiki is none. @throws InputError */
export function optionalDriveFolderField<const N extends string = 'folder'>(
	words: Partial<Words<N>> = {},
	instead = 'Choose a folder, or paste its address',
): Field<string | undefined, N> {
	return mappedField(optionalFolderField(words), (place, label) => place && tokenOf(place, label, instead));
}

/** The same, which has to be filled in. @throws InputError */
export function driveFolderField<const N extends string = 'folder'>(
	words: Partial<Words<N>> = {},
	instead = 'Choose a folder, or paste its address',
): Field<string, N> {
	const located = locatorField({ ...WORDS, ...words, name: (words.name ?? 'folder') as N });
	return mappedField(located, ({ value }, label) => tokenOf(folderAddress(label, value), label, instead));
}

function tokenOf(place: FolderAddress, label: string, instead: string): string {
	if ('wikiNode' in place) throw complaint(label, 'holds a page of a wiki', instead);
	return place.folder_token;
}
