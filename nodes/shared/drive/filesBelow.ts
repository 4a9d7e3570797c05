import type { IDataObject } from 'n8n-workflow';

import { text } from '../../../feishu/json';
import type { FeishuClient } from '../client/client';
import { filesIn, type FileOrder } from './filesIn';

/** What lies in a folder, with its place below the one where the walk began. */
export interface PlacedFile {
	file: IDataObject;
	/** 1 for what lies right in that folder. */
	depth: number;
	/** The names of the folders that were walked through, and its own. */
	path: readonly string[];
}

export interface FolderWalk extends FileOrder {
	/** Where to begin; without it the own space of whoever asks. */
	folder_token?: string;
	/** Levels; 1 for what lies right in the folder. */
	levels?: number;
}

/** Whatever lies in a folder and in those below it: each folder before what it holds. A folder is a request, or several. @throws CallError */
export async function* filesBelow(
	feishu: FeishuClient,
	{ folder_token, levels = Infinity, ...order }: FolderWalk,
	above: readonly string[] = [],
): AsyncGenerator<PlacedFile> {
	for await (const file of filesIn(feishu, folder_token, order)) {
		const path = [...above, text(file.name)];
		yield { file, depth: path.length, path };
		if (file.type === 'folder' && path.length < levels)
			yield* filesBelow(feishu, { folder_token: text(file.token), levels, ...order }, path);
	}
}
