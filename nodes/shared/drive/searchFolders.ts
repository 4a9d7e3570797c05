import { text } from '../../../feishu/json';
import { listSearch, type Ask } from '../fields/listSearch';
import type { Entry } from '../fields/listWalks';
import { filesIn } from './filesIn';

/** Folders of whoever asks, each with the folders in which it lies. What others share lies in no list. */
export const searchFolders = listSearch({
	what: 'folders',
	scopes: ['drive:drive:readonly', 'drive:drive', 'space:document:retrieve'],
	keepMs: 60_000,
	entries: ({ feishu }) => foldersIn(feishu),
	nothing: {
		message: 'No folder in the space of whoever asks',
		advice:
			'An app sees only folders that it made. Paste the address of another one (By URL): a group that the app is in has to be its collaborator, with the right to edit.',
	},
});

async function* foldersIn(feishu: Ask['feishu'], above = '', folder_token?: string): AsyncGenerator<Entry> {
	const found: Array<{ name: string; token: string }> = [];
	for await (const file of filesIn(feishu, folder_token)) {
		if (file.type !== 'folder') continue;
		const [name, token] = [`${above}${text(file.name)}`, text(file.token)];
		found.push({ name, token });
		yield { name, value: token, ...(file.url !== undefined && { url: text(file.url) }) };
	}
	for (const { name, token } of found) yield* foldersIn(feishu, `${name} / `, token);
}
