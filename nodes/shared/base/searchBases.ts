import { documentsSeen, LIST_SCOPES } from '../drive/documentsSeen';
import { listSearch } from '../fields/listSearch';

export const searchBases = listSearch({
	what: 'bases',
	scopes: LIST_SCOPES,
	otherwise: 'Or paste the address of the base (By URL), for which no list is needed.',
	keepMs: 60_000,
	async *entries({ feishu }) {
		for await (const { token: value, name, url } of documentsSeen(feishu, 'bitable'))
			yield { name: name || value, value, ...(url && { url }) };
	},
	nothing: {
		message: 'No base in the folders and wikis that can be listed',
		advice:
			'An app sees only what it made and the wikis that it was added to. Paste the address of the base (By URL); the app has to be added to it: … → More → Add document app.',
	},
});
