import { documentsSeen, LIST_SCOPES } from '../drive/documentsSeen';
import { listSearch } from '../fields/listSearch';

export const searchDocuments = listSearch({
	what: 'documents',
	scopes: LIST_SCOPES,
	otherwise: 'Or paste the address of the document (By URL), for which no list is needed.',
	keepMs: 60_000,
	async *entries({ feishu }) {
		for await (const { token: value, name, url } of documentsSeen(feishu, 'docx'))
			yield { name: name || value, value, ...(url && { url }) };
	},
	nothing: {
		message: 'No document in the folders and wikis that can be listed',
		advice:
			'An app sees only what it made and the wikis that it was added to. Paste the address of the document (By URL); the app has to be added to it: … → More → Add document app.',
	},
});
