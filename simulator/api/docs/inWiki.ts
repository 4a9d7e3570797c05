import { recordsAnywhere } from '../../catalog/records';
import { NODES } from '../../catalog/wiki';
import type { Store } from '../../state/store';

/** Whether a token is that of a page of a wiki, which is neither a folder nor a document. */
export const isWikiPage = (store: Store, token: string): boolean =>
	token !== '' && recordsAnywhere(store, NODES).some(({ node_token: page }) => page === token);
